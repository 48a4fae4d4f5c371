import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path/posix'
import { type KeyValueServer, startKeyValueServer } from '../support/key-value-server.ts'
import { startWorkerd, type WorkerdProcess } from '../support/workerd-process.ts'
import type { Account } from './account.ts'
import type { WorkerModule, WorkerVersion } from './worker.ts'

/** So many versions run at one time; beyond them, the one that has run longest ends. */
const MOST_RUNNING = 4

/** The versions of Workers as Cloudflare runs them: from what was uploaded, with the store that their bindings name. */
export class VersionRuntimes {
  readonly #account: Account
  readonly #folder = mkdtempSync(join(tmpdir(), 'strillone-versions-'))
  readonly #running = new Map<string, Promise<WorkerdProcess>>()
  readonly #stores = new Map<string, Promise<KeyValueServer>>()
  readonly #started: WorkerdProcess[] = []

  /** None runs until it is asked for. */
  constructor(account: Account) {
    this.#account = account
  }

  /** A version that runs, started where it does not yet. Rejects where workerd does not take it. */
  async run(version: WorkerVersion): Promise<WorkerdProcess> {
    const running = this.#running.get(version.id) ?? this.#start(version)
    // Last in the map is the one that was asked for last.
    this.#running.delete(version.id)
    this.#running.set(version.id, running)
    this.#endOldest()
    return running
  }

  /** The store behind a namespace, as workerd reads it: what it was asked for, and its faults. */
  store(namespaceId: string): Promise<KeyValueServer> {
    const store =
      this.#stores.get(namespaceId) ??
      // A namespace that was deleted has nothing any more.
      startKeyValueServer((key) => this.#account.namespaces.get(namespaceId)?.get(key)?.bytes)
    this.#stores.set(namespaceId, store)
    return store
  }

  /** Ends all. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#running.values())
    for (const { process } of this.#started) await process.stop('SIGKILL')
    for (const store of this.#stores.values()) (await store).close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #start(version: WorkerVersion): Promise<WorkerdProcess> {
    const namespaces = version.bindings.filter(({ type }) => type === 'kv_namespace')
    const running = await startWorkerd(mkdtempSync(join(this.#folder, 'version-')), {
      modules: orderModules(version).map(({ name, contentType, bytes }) => ({
        name: normalize(name),
        kind: contentType === 'application/javascript+module' ? 'esModule' : 'data',
        contents: bytes,
      })),
      compatibilityDate: version.compatibilityDate,
      compatibilityFlags: version.compatibilityFlags,
      namespaces: await Promise.all(
        namespaces.map(async (binding) => ({
          binding: binding.name,
          port: (await this.store(String(binding['namespace_id']))).port,
        })),
      ),
    })
    this.#started.push(running)
    return running
  }

  #endOldest(): void {
    const [oldest] = this.#running
    if (this.#running.size <= MOST_RUNNING || oldest === undefined) return
    this.#running.delete(oldest[0])
    // It first answers the requests that it has.
    oldest[1].then(({ process }) => process.stop('SIGTERM')).catch(() => undefined)
  }
}

/** What workerd is given: the main module first, and no source maps. */
function orderModules({ mainModule, modules }: WorkerVersion): readonly WorkerModule[] {
  const code = modules.filter(({ contentType }) => contentType !== 'application/source-map')
  return [
    ...code.filter(({ name }) => name === mainModule),
    ...code.filter(({ name }) => name !== mainModule),
  ]
}
