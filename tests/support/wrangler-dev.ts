import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackKeys, readPackFile } from '../../src/node/files/pack-folder.ts'
import { freePort } from './free-port.ts'
import { type Running, run, runCommand, start } from './run-script.ts'

const ROOT = join(import.meta.dirname, '../..')
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')

/** Neither a question nor a look-up: what wrangler needs to run without a network. */
const OFFLINE = {
  CI: 'true',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
}

/** A site that `wrangler dev` serves. */
export interface ServedSite {
  readonly address: string
  readonly port: number
  readonly wrangler: Running
}

/**
 * Builds a folder of articles into a project of its own below `folder`, has wrangler load the bundle into its local
 * key-value store, and has it serve the Worker, as a publisher would who does each step by hand.
 */
export async function serveWithWrangler(
  folder: string,
  seeds: string,
  buildArguments: readonly string[] = [],
): Promise<ServedSite> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const project = join(folder, 'project')
  mkdirSync(project, { recursive: true })
  cpSync(join(ROOT, 'src'), join(project, 'src'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  // The project's own configuration, but for its build: that would build other articles.
  const config = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8').replace(/\[build\]\ncommand = .*\n/, '')
  writeFileSync(join(project, 'wrangler.toml'), config)

  const dist = join(project, 'dist')
  const built = await runCommand('build', [
    '--local',
    '--seeds',
    seeds,
    '--out',
    dist,
    '--url',
    address,
    ...buildArguments,
  ])
  if (built.status !== 0) throw new Error(built.stderr)
  const state = join(folder, 'state')
  const env = { ...OFFLINE, WRANGLER_LOG_PATH: join(folder, 'logs') }
  const packs = join(folder, 'packs.json')
  writeFileSync(packs, await renderBulkFile(dist))
  const put = ['kv', 'bulk', 'put', packs, '--binding', 'PACKS', '--local', '--persist-to', state]
  const loaded = await run(process.execPath, [WRANGLER, ...put], env, project)
  if (loaded.status !== 0) throw new Error(loaded.stdout + loaded.stderr)
  const dev = [
    'dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--persist-to',
    state,
  ]
  const wrangler = start(process.execPath, [WRANGLER, ...dev], env, project)
  await wrangler.waitFor(/Ready on/)
  return { address, port, wrangler }
}

/** The packs of a bundle as `wrangler kv bulk put` reads them. */
async function renderBulkFile(dist: string): Promise<string> {
  const pairs = (await listPackKeys(dist)).map(async (key) => {
    const bytes = await readPackFile(dist, key)
    return { key, value: Buffer.from(bytes).toString('base64'), base64: true }
  })
  return JSON.stringify(await Promise.all(pairs))
}
