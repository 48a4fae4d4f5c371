import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Builder } from './builder.ts'
import { assertFolder, assertFreePort, parseUrlOption, parseWholeNumber } from './check-options.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { LocalWorker } from './local-worker.ts'
import { print } from './print.ts'
import { DEFAULT_SEEDS, WATCHED_SOURCES } from './project.ts'
import { RebuildLoop } from './rebuild-loop.ts'
import { watchFolders } from './watch-folders.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: DEFAULT_SEEDS },
  port: { type: 'string', value: 'N', help: 'The port on 127.0.0.1.', default: '8787' },
  url: { type: 'string', value: 'URL', help: 'What the site calls itself, instead of its local address.' },
  drafts: { type: 'boolean', help: 'Shows drafts, too, each marked as one.', default: false },
  help: HELP,
} as const

const usage = {
  command: 'npm start --',
  about:
    'Builds a folder of articles, serves it on this machine only and builds it again whenever it changes.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async (values) => {
    const port = parseWholeNumber('--port', values.port, 1, 65_535)
    const address = `http://127.0.0.1:${port}`
    const url = parseUrlOption('--url', values.url ?? address)
    await assertFolder(values.seeds)
    await assertFreePort(port)
    const out = await makeTemporaryFolder()
    const builder = new Builder({ seeds: values.seeds, out, url, drafts: values.drafts })
    const worker = new LocalWorker(port)
    let announced = false

    const build = async () => {
      if (!(await builder.build())) return false
      await worker.serve(out)
      // The Worker answers below the path of the site's address, wherever it runs.
      if (!announced)
        print(...renderAddresses(address + new URL(url).pathname.replace(/\/$/, ''), values.seeds))
      announced = true
      return true
    }
    const loop = new RebuildLoop(build, () => {
      if (!announced) print(`Waiting for a change in ${values.seeds}.`)
    })
    watchFolders([values.seeds], () => loop.request())
    watchFolders(WATCHED_SOURCES, () => {
      builder.renew()
      worker.renew()
      loop.request()
    })
    loop.request()

    // At once and without waiting: whoever presses Ctrl-C wants it over, and nothing here is worth keeping.
    process.on('exit', () => rmSync(out, { recursive: true, force: true }))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0))
  },
)

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
