import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/** Another generator, set up as its users would. Its project is in the folder of its name beside this file. */
export interface Peer {
  readonly name: 'hugo' | 'eleventy' | 'astro'
  /** The folder of its articles in its project. */
  readonly posts: string
  /** Files that a build leaves and a later one might use. They are deleted before each build. */
  readonly leftovers: readonly string[]
  /** The program and its arguments. It runs in the project's folder. */
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

/** Where the peers from npm are installed for all runs. */
const HOME = join(tmpdir(), 'strillone-bench-peers')
const MODULES = join(HOME, 'node_modules')

const versions = z.record(z.string(), z.string())
const run = promisify(execFile)

/** The version of an installed peer, or why it is missing. */
export type Installed = { readonly version: string } | { readonly missing: string }

/** Installs the missing peers in their pinned versions. Resolves to the version of each, or to why it is missing. */
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

/** Makes a new copy of a peer's project. Resolves to its folder and the folder of its articles. */
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

/** The command that runs a peer. */
export function peerCommand({ command }: Peer): readonly [program: string, ...args: string[]] {
  return command(MODULES)
}

async function findHugo(): Promise<Installed> {
  return run('hugo', ['version']).then(
    ({ stdout }) => ({ version: /v([\d.]+)/.exec(stdout)?.[1] ?? 'unknown' }),
    () => ({ missing: 'not installed: `apt install hugo`' }),
  )
}
