import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { type Running, run, runScript, start } from './run-script.ts'

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
  const built = await runScript('build.ts', [
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
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.json'))) {
    const put = [
      WRANGLER,
      'kv',
      'bulk',
      'put',
      join(dist, name),
      '--binding',
      'PACKS',
      '--local',
      '--persist-to',
      state,
    ]
    const loaded = await run(process.execPath, put, env, project)
    if (loaded.status !== 0) throw new Error(loaded.stdout + loaded.stderr)
  }
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
