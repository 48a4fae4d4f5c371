import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { assertFolder, assertFreePort } from '../cli/check-options.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { WATCHED_SOURCES } from '../cli/project.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { isDeadLink } from '../files/link-target.ts'
import { BuildProcess } from './build-process.ts'
import { LocalWorker } from './local-worker.ts'
import { RebuildLoop } from './rebuild-loop.ts'

/** What is served, and where. */
export interface ServeOptions {
  /** The folder of articles. */
  readonly seeds: string
  /** The port on 127.0.0.1. */
  readonly port: number
  /** What the site calls itself, instead of its local address. */
  readonly url: string | undefined
  readonly drafts: boolean
}

/**
 * Builds a folder of articles, serves it on this machine, and builds it again after each change, until a signal ends the
 * process. Resolves once it watches. Throws a UsageError if the folder is not there or the port is in use.
 */
export async function serveFolder({ seeds, port, drafts, ...serving }: ServeOptions): Promise<void> {
  const address = `http://127.0.0.1:${port}`
  const url = serving.url ?? address
  await assertFolder(seeds)
  await assertFreePort(port)
  const out = await makeTemporaryFolder()
  const builder = new BuildProcess({ seeds, out, url, drafts })
  const worker = new LocalWorker(port)
  let announced = false

  const build = async () => {
    if (!(await builder.build())) return false
    await worker.serve(out)
    // The Worker answers below the path of the site's address, wherever it runs.
    if (!announced) print(...renderAddresses(address + new URL(url).pathname.replace(/\/$/, ''), seeds))
    announced = true
    return true
  }
  const loop = new RebuildLoop(build, () => {
    if (!announced) print(`Waiting for a change in ${seeds}.`)
  })
  watchFolders([seeds], () => loop.request())
  watchFolders(WATCHED_SOURCES, () => {
    builder.renew()
    worker.renew()
    loop.request()
  })
  loop.request()

  // At once and without waiting: whoever presses Ctrl-C wants it over, and nothing here is worth keeping.
  process.on('exit', () => rmSync(out, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0))
}

async function makeTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'strillone-')).catch((cause) => {
    const message = `Cannot make a folder in ${tmpdir()}: ${describeRefusal(cause)}. Name another with TMPDIR`
    throw new UsageError(message, { cause })
  })
}

function renderAddresses(address: string, seeds: string): readonly string[] {
  return [
    '',
    `  Home       ${address}/`,
    `  RSS        ${address}/feed.rss`,
    `  Atom       ${address}/feed.atom`,
    `  JSON Feed  ${address}/feed.json`,
    '',
    `Watching ${seeds}. Ctrl-C stops.`,
  ]
}

/**
 * Calls back at every change in the folders, of the files that `readFolder` would read: a link to a file is followed, one
 * to a folder is not. What cannot be watched is told of in one line, and the rest is watched on.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): FSWatcher {
  const told = new Set<string>()
  return watch([...folders], { ignoreInitial: true, ignored: (path) => isDeadLink(path, folders) })
    .on('all', onChange)
    .on('error', (error) => {
      const reason = describeRefusal(error)
      // The system may refuse thousands of files for one reason.
      if (!told.has(reason))
        printError(`error Cannot watch all files: ${reason}. Some changes may go unnoticed`)
      told.add(reason)
    })
}
