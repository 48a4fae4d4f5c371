import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { decodeEmbedded } from '../../bundle/embedded-codec.ts'
import type { PackKey } from '../../model/pack.ts'
import { MODULES, PROJECT_WRANGLER_TOML } from '../cli/project.ts'
import { digest } from '../files/digest.ts'
import { mapConcurrently } from '../files/map-concurrently.ts'
import { listPackKeys, readPackFile } from '../files/pack-folder.ts'

type Namespace = Awaited<ReturnType<Miniflare['getKVNamespace']>>

interface StoredRelease {
  readonly name: string
  readonly packs: ReadonlySet<PackKey>
}

/** Packs are of 1 MB or so. */
const WRITES_AT_ONCE = 4

/** The Worker on this machine: Cloudflare's runtime and key-value store, with neither an account nor a network. */
export class LocalWorker {
  readonly #port: number
  #miniflare: Miniflare | undefined
  #isOutdated = true
  readonly #stored = new Set<PackKey>()
  /** The releases that are in the store with what each of them names: what is live last, and before it what was. */
  #releases: readonly StoredRelease[] = []

  /** It will listen on 127.0.0.1 only. */
  constructor(port: number) {
    this.#port = port
  }

  /** What is served from the next time on is served by the Worker's sources as they are then. */
  renew(): void {
    this.#isOutdated = true
  }

  /** Serves the bundle in a folder from now on, first its packs, then its release. Throws where the sources do not compile. */
  async serve(directory: string): Promise<void> {
    const miniflare = await this.#open()
    const packs = await miniflare.getKVNamespace('PACKS')
    const releases = await miniflare.getKVNamespace('RELEASES')
    const release = await readFile(join(directory, 'release.bin'))
    const next: StoredRelease = { name: digest(release), packs: await this.#store(packs, directory) }
    await releases.put(next.name, release)
    await releases.put('live', next.name)
    await miniflare.ready
    // Somebody may be reading what was live until now.
    const kept = [...this.#releases.filter(({ name }) => name !== next.name).slice(-1), next]
    for (const { name } of this.#releases)
      if (kept.every((each) => each.name !== name)) await releases.delete(name)
    this.#releases = kept
    await this.#forgetOthers(packs, new Set(kept.flatMap((each) => [...each.packs])))
  }

  /** The runtime with the sources as they are. It takes a while to restart, so it does for nothing else. */
  async #open(): Promise<Miniflare> {
    const known = this.#miniflare
    if (known !== undefined && !this.#isOutdated) return known
    this.#isOutdated = false
    try {
      const options = convertV4MiniflareOptions({
        name: 'strillone',
        host: '127.0.0.1',
        port: this.#port,
        cf: false,
        compatibilityDate: await readCompatibilityDate(),
        kvNamespaces: ['PACKS', 'RELEASES'],
        modulesRoot: '/',
        modules: [
          {
            type: 'ESModule',
            path: '/index.js',
            contents: await bundleWorker({ entry: MODULES.localWorker }),
          },
        ],
      })
      await known?.setOptions(options)
      this.#miniflare = known ?? new Miniflare(options)
      return this.#miniflare
    } catch (error) {
      this.#isOutdated = true
      throw error
    }
  }

  /** Stores all packs of a bundle that the store does not have; gives the keys of all. */
  async #store(namespace: Namespace, directory: string): Promise<ReadonlySet<PackKey>> {
    const keys = await listPackKeys(directory)
    const missing = keys.filter((key) => !this.#stored.has(key))
    const put = async (key: PackKey, bytes: Uint8Array) => {
      // As a stream they are sent as they are, which takes half of the time.
      await namespace.put(key, new Blob([bytes]).stream())
      this.#stored.add(key)
    }
    await mapConcurrently(missing, WRITES_AT_ONCE, async (key) =>
      put(key, await readPackFile(directory, key)),
    )
    const embedded = decodeEmbedded(await readFile(join(directory, 'hot.bin')))
    for (const [key, bytes] of embedded) if (!this.#stored.has(key)) await put(key, bytes)
    return new Set([...keys, ...embedded.keys()])
  }

  /** Takes away what only earlier releases named: a day of saving would fill a disk. */
  async #forgetOthers(namespace: Namespace, keys: ReadonlySet<PackKey>): Promise<void> {
    const others = [...this.#stored].filter((key) => !keys.has(key))
    await mapConcurrently(others, WRITES_AT_ONCE, async (key) => {
      await namespace.delete(key)
      this.#stored.delete(key)
    })
  }
}

const wranglerConfig = z.object({ compatibility_date: z.string() })

/** The behaviour of the runtime that wrangler.toml asks for. */
export async function readCompatibilityDate(): Promise<string> {
  const text = await readFile(PROJECT_WRANGLER_TOML, 'utf8')
  return wranglerConfig.parse(parse(text)).compatibility_date
}

/**
 * Bundles the Worker from its sources as they are now, as one module; the release and the hot pack that it imports stay
 * modules beside it. `entry` is the path of its first module. Minified, it is what a deployment uploads. Throws where the sources do not compile.
 */
export async function bundleWorker({ minify = false, entry = MODULES.worker } = {}): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify,
    // As wrangler does: an error's name is logged.
    keepNames: minify,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', '*.bin'],
    logLevel: 'silent',
  })
  return result.outputFiles.map(({ text }) => text).join('')
}
