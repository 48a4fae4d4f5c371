import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleWorker, readCompatibilityDate } from '../../src/node/dev/local-worker.ts'
import { listPackKeys, readPackFile } from '../../src/node/files/pack-folder.ts'
import { type KeyValueServer, startKeyValueServer } from '../../tests/support/key-value-server.ts'
import { startWorkerd } from '../../tests/support/workerd-process.ts'

/** A server in a separate process. */
export interface Server {
  readonly port: number
  readonly pid: number
  /** All output of the process. */
  output(): string
  stop(): Promise<void>
}

/** What workerd needs besides the modules. */
export interface ServerSettings {
  /** The port of a key-value store, which is bound to the Worker as PACKS. */
  readonly storePort?: number | undefined
  /** The path that is requested until the server answers. */
  readonly firstPath?: string
}

/** A module of a Worker. The main module is the first. */
export interface ServerModule {
  readonly name: string
  readonly contents: string | Uint8Array
}

/** Serves modules with workerd, without a proxy. */
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

/** Serves the Worker as deployed, with the bundle in `built` and a store. */
export async function serveSite(folder: string, built: string, storePort: number): Promise<Server> {
  return serveModules(folder, await siteModules(built), { storePort })
}

/** The modules of a deployment: the minified Worker, and the bundle in `built`. */
export async function siteModules(built: string): Promise<readonly ServerModule[]> {
  return [
    { name: 'src/index.js', contents: await bundleWorker({ minify: true }) },
    { name: 'dist/hot.bin', contents: await readFile(join(built, 'hot.bin')) },
    { name: 'dist/release.bin', contents: await readFile(join(built, 'release.bin')) },
  ]
}

/** Starts a store with the packs of a build. */
export async function serveStore(built: string): Promise<KeyValueServer> {
  const store = await startKeyValueServer()
  for (const key of await listPackKeys(built)) store.values.set(key, await readPackFile(built, key))
  return store
}
