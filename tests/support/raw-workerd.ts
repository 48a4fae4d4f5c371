import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleWorker } from '../../scripts/bundle-worker.ts'
import { readCompatibilityDate } from '../../scripts/compatibility-date.ts'
import { listPackKeys, readPackFile } from '../../scripts/pack-folder.ts'
import { freePort } from './free-port.ts'
import { type KeyValueServer, startKeyValueServer } from './key-value-server.ts'
import { type Running, runScript, start } from './run-script.ts'

/** The runtime's own program, which the package of that name finds for this machine. */
const { default: WORKERD } = z
  .object({ default: z.string() })
  .parse(createRequire(import.meta.url)('workerd'))

/** The Worker in workerd itself, with nothing between it and the client. */
export interface RawWorkerd {
  readonly address: string
  readonly port: number
  readonly store: KeyValueServer
  readonly process: Running
  stop(): Promise<void>
}

/** Builds a folder of articles below `folder`, and serves it; all packs are in the store. */
export async function startRawWorkerd(
  folder: string,
  seeds: string,
  buildArguments: readonly string[] = [],
): Promise<RawWorkerd> {
  const built = await runScript('build.ts', ['--local', '--seeds', seeds, '--out', folder, ...buildArguments])
  if (built.status !== 0) throw new Error(built.stderr)
  const store = await startKeyValueServer()
  for (const key of await listPackKeys(folder)) store.values.set(key, await readPackFile(folder, key))
  const port = await freePort()
  writeFileSync(join(folder, 'index.js'), await bundleWorker())
  writeFileSync(join(folder, 'config.capnp'), renderConfig(port, store.port, await readCompatibilityDate()))
  const running = start(WORKERD, ['serve', '--verbose', join(folder, 'config.capnp')])
  const address = `http://127.0.0.1:${port}`
  await untilAnswering(`${address}/`, running)
  return {
    address,
    port,
    store,
    process: running,
    stop: async () => {
      await running.stop('SIGKILL')
      store.close()
    },
  }
}

function renderConfig(port: number, storePort: number, compatibilityDate: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        (name = "src/index.js", esModule = embed "index.js"),
        (name = "dist/hot.bin", data = embed "hot.bin"),
        (name = "dist/release.bin", data = embed "release.bin"),
      ],
      compatibilityDate = "${compatibilityDate}",
      bindings = [(name = "PACKS", kvNamespace = "packs")],
    )),
    (name = "packs", external = (address = "127.0.0.1:${storePort}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`
}

async function untilAnswering(url: string, running: Running): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    if (running.process.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`workerd does not answer:\n${running.output()}`)
}
