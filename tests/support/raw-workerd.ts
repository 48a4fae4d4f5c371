import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleWorker, readCompatibilityDate } from '../../src/node/dev/local-worker.ts'
import { listPackKeys, readPackFile } from '../../src/node/files/pack-folder.ts'
import { type KeyValueServer, startKeyValueServer } from './key-value-server.ts'
import { runCommand } from './run-script.ts'
import { startWorkerd, type WorkerdProcess } from './workerd-process.ts'

/** The Worker in workerd itself, with nothing between it and the client. */
export interface RawWorkerd extends WorkerdProcess {
  readonly store: KeyValueServer
  stop(): Promise<void>
}

/** Builds a folder of articles below `folder`, and serves it; all packs are in the store. */
export async function startRawWorkerd(
  folder: string,
  seeds: string,
  buildArguments: readonly string[] = [],
): Promise<RawWorkerd> {
  const built = await runCommand('build', ['--local', '--seeds', seeds, '--out', folder, ...buildArguments])
  if (built.status !== 0) throw new Error(built.stderr)
  const store = await startKeyValueServer()
  for (const key of await listPackKeys(folder)) store.values.set(key, await readPackFile(folder, key))
  const running = await startWorkerd(folder, {
    modules: [
      { name: 'src/index.js', kind: 'esModule', contents: await bundleWorker() },
      { name: 'dist/hot.bin', kind: 'data', contents: await readFile(join(folder, 'hot.bin')) },
      { name: 'dist/release.bin', kind: 'data', contents: await readFile(join(folder, 'release.bin')) },
    ],
    compatibilityDate: await readCompatibilityDate(),
    namespaces: [{ binding: 'PACKS', port: store.port }],
  })
  return {
    ...running,
    store,
    stop: async () => {
      await running.process.stop('SIGKILL')
      store.close()
    },
  }
}
