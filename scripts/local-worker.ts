import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { bundleWorker } from './bundle-worker.ts'
import { readCompatibilityDate } from './compatibility-date.ts'
import { listPackKeys, readPackFile } from './pack-folder.ts'

/** The Worker on this machine: Cloudflare's runtime and key-value store, with neither an account nor a network. */
export class LocalWorker {
  readonly #port: number
  #script = ''
  #miniflare: Miniflare | undefined
  readonly #stored = new Set<string>()

  /** It will listen on 127.0.0.1 only. */
  constructor(port: number) {
    this.#port = port
  }

  /** Takes the Worker's sources as they are now. Throws where they do not compile. */
  async bundle(): Promise<void> {
    this.#script = await bundleWorker()
  }

  /** Serves the bundle in a folder from now on, first its packs, then its release. */
  async serve(directory: string): Promise<void> {
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
    if (this.#miniflare === undefined) {
      this.#miniflare = new Miniflare(options)
      await this.#store(this.#miniflare, directory)
    } else {
      await this.#store(this.#miniflare, directory)
      await this.#miniflare.setOptions(options)
    }
    await this.#miniflare.ready
  }

  async #store(miniflare: Miniflare, directory: string): Promise<void> {
    const namespace = await miniflare.getKVNamespace('PACKS')
    for (const key of (await listPackKeys(directory)).filter((each) => !this.#stored.has(each))) {
      await namespace.put(key, await readPackFile(directory, key))
      this.#stored.add(key)
    }
  }
}
