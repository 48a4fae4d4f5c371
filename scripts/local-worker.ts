import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import type { PackKey } from '../src/model/pack.ts'
import { bundleWorker } from './bundle-worker.ts'
import { readCompatibilityDate } from './compatibility-date.ts'
import { mapConcurrently } from './map-concurrently.ts'
import { listPackKeys, readPackFile } from './pack-folder.ts'

/** Packs are of 1 MB or so. */
const WRITES_AT_ONCE = 4

/** The Worker on this machine: Cloudflare's runtime and key-value store, with neither an account nor a network. */
export class LocalWorker {
  readonly #port: number
  #script: string | undefined
  #miniflare: Miniflare | undefined
  readonly #stored = new Set<PackKey>()

  /** It will listen on 127.0.0.1 only. */
  constructor(port: number) {
    this.#port = port
  }

  /** What is served from the next time on is served by the Worker's sources as they are then. */
  renew(): void {
    this.#script = undefined
  }

  /** Serves the bundle in a folder from now on, first its packs, then its release. Throws where the sources do not compile. */
  async serve(directory: string): Promise<void> {
    this.#script ??= await bundleWorker()
    const release = await readFile(join(directory, 'release.bin'))
    const embedded = await readFile(join(directory, 'hot.bin'))
    const options = convertV4MiniflareOptions({
      name: 'strillone',
      host: '127.0.0.1',
      port: this.#port,
      cf: false,
      compatibilityDate: await readCompatibilityDate(),
      kvNamespaces: ['PACKS'],
      modulesRoot: '/',
      modules: [
        { type: 'ESModule', path: '/src/index.js', contents: this.#script },
        { type: 'Data', path: '/dist/release.bin', contents: release },
        { type: 'Data', path: '/dist/hot.bin', contents: embedded },
      ],
    })
    const keys = await listPackKeys(directory)
    if (this.#miniflare === undefined) {
      this.#miniflare = new Miniflare(options)
      await this.#store(this.#miniflare, directory, keys)
    } else {
      await this.#store(this.#miniflare, directory, keys)
      await this.#miniflare.setOptions(options)
    }
    await this.#miniflare.ready
    await this.#forgetOthers(this.#miniflare, keys)
  }

  async #store(miniflare: Miniflare, directory: string, keys: readonly PackKey[]): Promise<void> {
    const namespace = await miniflare.getKVNamespace('PACKS')
    const missing = keys.filter((key) => !this.#stored.has(key))
    await mapConcurrently(missing, WRITES_AT_ONCE, async (key) => {
      await namespace.put(key, await readPackFile(directory, key))
      this.#stored.add(key)
    })
  }

  /** Takes away what only an earlier release named: a day of saving would fill a disk. */
  async #forgetOthers(miniflare: Miniflare, keys: readonly PackKey[]): Promise<void> {
    const named = new Set(keys)
    const others = [...this.#stored].filter((key) => !named.has(key))
    const namespace = await miniflare.getKVNamespace('PACKS')
    await mapConcurrently(others, WRITES_AT_ONCE, async (key) => {
      await namespace.delete(key)
      this.#stored.delete(key)
    })
  }
}
