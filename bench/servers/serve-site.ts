import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleWorker, readCompatibilityDate } from '../../src/node/dev/local-worker.ts'
import { listPackKeys, readPackFile } from '../../src/node/files/pack-folder.ts'
import { type KeyValueServer, startKeyValueServer } from '../../tests/support/key-value-server.ts'
import { startWorkerd } from '../../tests/support/workerd-process.ts'

/** Something that answers, as a process of its own. */
export interface Server {
  readonly port: number
  readonly pid: number
  /** All that it has written. */
  output(): string
  stop(): Promise<void>
}

/** What workerd runs beside the modules. */
export interface ServerSettings {
  /** The port of a key-value store, which the Worker knows as PACKS. */
  readonly storePort?: number | undefined
  /** What it is asked until it answers. */
  readonly firstPath?: string
}

/** A module of a Worker, the main one first. */
export interface ServerModule {
  readonly name: string
  readonly contents: string | Uint8Array
}

/** Has workerd serve some modules, with nothing between them and the client. */
export async function serveModules(
  folder: string,
  modules: readonly ServerModule[],
  { storePort, firstPath = '/' }: ServerSettings = {},
): Promise<Server> {
  await mkdir(folder, { recursive: true })
  const running = await startWorkerd(folder, {
    modules: modules.map(({ name, contents }) => ({
      name,
      contents,
      kind: name.endsWith('.js') ? 'esModule' : 'data',
    })),
    compatibilityDate: await readCompatibilityDate(),
    firstPath,
    namespaces: storePort === undefined ? [] : [{ binding: 'PACKS', port: storePort }],
  })
  const { pid } = running.process.process
  if (pid === undefined) throw new Error('workerd has no process')
  return {
    port: running.port,
    pid,
    output: running.process.output,
    stop: async () => {
      await running.process.stop('SIGKILL')
    },
  }
}

/** The Worker as it is deployed, with what was built into `built`, in front of a store. */
export async function serveSite(folder: string, built: string, storePort: number): Promise<Server> {
  return serveModules(folder, await siteModules(built), { storePort })
}

/** The modules that are deployed: the Worker, minified, with what was built into `built`. */
export async function siteModules(built: string): Promise<readonly ServerModule[]> {
  return [
    { name: 'src/index.js', contents: await bundleWorker({ minify: true }) },
    { name: 'dist/hot.bin', contents: await readFile(join(built, 'hot.bin')) },
    { name: 'dist/release.bin', contents: await readFile(join(built, 'release.bin')) },
  ]
}

/** A store that has the packs of a build. */
export async function serveStore(built: string): Promise<KeyValueServer> {
  const store = await startKeyValueServer()
  for (const key of await listPackKeys(built)) store.values.set(key, await readPackFile(built, key))
  return store
}
