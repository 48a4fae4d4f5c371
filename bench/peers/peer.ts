import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/** Another generator, set up as its own users would: its project lies beside this file, in a folder of its name. */
export interface Peer {
  readonly name: 'hugo' | 'eleventy' | 'astro'
  /** Where its articles go, below its project. */
  readonly posts: string
  /** What it leaves behind, and might find again: taken away before each build. */
  readonly leftovers: readonly string[]
  /** The program and its arguments; the project's folder is where it runs. */
  readonly command: (modules: string) => readonly [program: string, ...args: string[]]
}

const ASTRO_CACHE = ['dist', '.astro', 'node_modules']

export const PEERS: readonly Peer[] = [
  {
    name: 'hugo',
    posts: 'content/posts',
    leftovers: ['public', 'resources'],
    command: () => ['hugo', '--quiet'],
  },
  {
    name: 'eleventy',
    posts: 'posts',
    leftovers: ['_site'],
    command: (modules) => [process.execPath, join(modules, '@11ty/eleventy/cmd.cjs'), '--quiet'],
  },
  {
    name: 'astro',
    posts: 'src/posts',
    leftovers: ASTRO_CACHE,
    command: (modules) => [process.execPath, join(modules, 'astro/bin/astro.mjs'), 'build', '--silent'],
  },
]

/** Where the peers from npm are kept from one run to the next. */
const HOME = join(tmpdir(), 'strillone-bench-peers')
const MODULES = join(HOME, 'node_modules')

const versions = z.record(z.string(), z.string())
const run = promisify(execFile)

/** A peer that is there, and which version it is; or why it is not. */
export type Installed = { readonly version: string } | { readonly missing: string }

/** Fetches what of the peers is not there yet, in the versions that are pinned, and tells of each whether it is there. */
export async function installPeers(): Promise<ReadonlyMap<Peer['name'], Installed>> {
  const pinned = versions.parse(
    JSON.parse(await readFile(join(import.meta.dirname, 'versions.json'), 'utf8')),
  )
  await mkdir(HOME, { recursive: true })
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: pinned })
  const known = await readFile(join(HOME, 'package.json'), 'utf8').catch(() => '')
  let failure = ''
  if (known !== wanted) {
    await writeFile(join(HOME, 'package.json'), wanted)
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: HOME }).catch(async (error: unknown) => {
      failure =
        String(error)
          .split('\n')
          .find((line) => line.includes('npm error')) ?? String(error)
      await rm(join(HOME, 'package.json'))
    })
  }
  const fromNpm = (name: string): Installed => {
    const version = pinned[name]
    return failure === '' && version !== undefined ? { version } : { missing: failure }
  }
  return new Map<Peer['name'], Installed>([
    ['hugo', await findHugo()],
    ['eleventy', fromNpm('@11ty/eleventy')],
    ['astro', fromNpm('astro')],
  ])
}

/** Sets a peer's project up anew; gives its folder and the folder of its articles. */
export async function preparePeer({
  name,
  posts,
}: Peer): Promise<{ readonly project: string; readonly posts: string }> {
  const project = join(HOME, 'projects', name)
  await rm(project, { recursive: true, force: true })
  await cp(join(import.meta.dirname, name), project, { recursive: true })
  if (name === 'eleventy') {
    await mkdir(join(project, posts), { recursive: true })
    await writeFile(join(project, posts, 'posts.11tydata.json'), JSON.stringify({ layout: 'post.njk' }))
  }
  return { project, posts: join(project, posts) }
}

/** What runs a peer. */
export function peerCommand({ command }: Peer): readonly [program: string, ...args: string[]] {
  return command(MODULES)
}

async function findHugo(): Promise<Installed> {
  return run('hugo', ['version']).then(
    ({ stdout }) => ({ version: /v([\d.]+)/.exec(stdout)?.[1] ?? 'unknown' }),
    () => ({ missing: 'not installed: `apt install hugo`' }),
  )
}
