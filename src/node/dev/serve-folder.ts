import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assertFolder, assertFreePort } from '../cli/check-options.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { WATCHED_SOURCES } from '../cli/project.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { BuildProcess } from './build-process.ts'
import { LocalWorker } from './local-worker.ts'
import { RebuildLoop } from './rebuild-loop.ts'
import { FolderWatch, watchFolders } from './watch-folders.ts'

/** The options of `npm start`. */
export interface ServeOptions {
  /** The folder of articles. */
  readonly seeds: string
  /** The port on 127.0.0.1. */
  readonly port: number
  /** The address that the site gives itself. Default: its local address. */
  readonly url: string | undefined
  readonly drafts: boolean
}

/**
 * Builds a folder of articles, serves it on this machine, and builds it again after each change, until a signal ends the
 * process. Resolves when it watches the folder. Throws a UsageError if the folder does not exist, or if the port is in use.
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
    // Already reported. The folder is built as soon as it is back.
    if (watch.isGone()) return true
    const begun = performance.now()
    if (!(await builder.build())) return false
    await worker.serve(out)
    print(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    // The Worker answers below the path of the site's address, on every host.
    if (!announced) print(...renderAddresses(address + new URL(url).pathname.replace(/\/$/, ''), seeds))
    announced = true
    return true
  }
  const loop = new RebuildLoop(build, () => {
    if (!announced) print(`Waiting for a change in ${seeds}.`)
  })
  const watch = new FolderWatch(seeds, {
    onChange: () => loop.request(),
    onGone: () => printError(`The folder ${seeds} is gone. Waiting for it to come back`),
  })
  watchFolders(WATCHED_SOURCES, () => {
    builder.renew()
    worker.renew()
    loop.request()
  })
  loop.request()

  // Synchronous: Ctrl-C must end the process at once, and the files are of no further use.
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
