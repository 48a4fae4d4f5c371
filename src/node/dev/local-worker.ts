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

/** Packs have about 1 MB each. */
const WRITES_AT_ONCE = 4

/** The Worker on this machine, in Cloudflare's runtime with a local key-value store. It needs no account and no network. */
export class LocalWorker {
  readonly #port: number
  #miniflare: Miniflare | undefined
  #isOutdated = true
  readonly #stored = new Set<PackKey>()
  /** The releases in the store, with the packs of each: the live one last, and before it the previous one. */
  #releases: readonly StoredRelease[] = []

  /** The server listens on 127.0.0.1 only. */
  constructor(port: number) {
    this.#port = port
  }

  /** The next `serve` compiles the Worker's sources again. */
  renew(): void {
    this.#isOutdated = true
  }

  /**
   * Serves the bundle in a folder from now on. Stores its packs before its release. Throws if the sources do not compile.
   */
  async serve(directory: string): Promise<void> {
    const miniflare = await this.#open()
    const packs = await miniflare.getKVNamespace('PACKS')
    const releases = await miniflare.getKVNamespace('RELEASES')
    const release = await readFile(join(directory, 'release.bin'))
    const next: StoredRelease = { name: digest(release), packs: await this.#store(packs, directory) }
    await releases.put(next.name, release)
    await releases.put('live', next.name)
    await miniflare.ready
    // A browser may still read the previous release.
    const kept = [...this.#releases.filter(({ name }) => name !== next.name).slice(-1), next]
    for (const { name } of this.#releases)
      if (kept.every((each) => each.name !== name)) await releases.delete(name)
    this.#releases = kept
    await this.#forgetOthers(packs, new Set(kept.flatMap((each) => [...each.packs])))
  }

  /** Starts the runtime with the current sources. A restart is slow, so only changed sources cause one. */
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

  /** Stores the packs of a bundle that the store lacks. Resolves to the keys of all its packs. */
  async #store(namespace: Namespace, directory: string): Promise<ReadonlySet<PackKey>> {
    const keys = await listPackKeys(directory)
    const missing = keys.filter((key) => !this.#stored.has(key))
    const put = async (key: PackKey, bytes: Uint8Array) => {
      // A stream is sent without another encoding, which takes half of the time.
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

  /** Deletes the packs that only earlier releases need. Otherwise a day of saving would fill the disk. */
  async #forgetOthers(namespace: Namespace, keys: ReadonlySet<PackKey>): Promise<void> {
    const others = [...this.#stored].filter((key) => !keys.has(key))
    await mapConcurrently(others, WRITES_AT_ONCE, async (key) => {
      await namespace.delete(key)
      this.#stored.delete(key)
    })
  }
}

const wranglerConfig = z.object({ compatibility_date: z.string() })

/** The compatibility date in wrangler.toml, which selects the behaviour of the runtime. */
export async function readCompatibilityDate(): Promise<string> {
  const text = await readFile(PROJECT_WRANGLER_TOML, 'utf8')
  return wranglerConfig.parse(parse(text)).compatibility_date
}

/**
 * Bundles the Worker from its current sources into one module. The release and the hot pack remain separate modules.
 * `entry` is the path of the first module. Minified, the result is what a deployment uploads. Throws if the sources do not
 * compile.
 */
export async function bundleWorker({ minify = false, entry = MODULES.worker } = {}): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify,
    // As wrangler does: the Worker logs names of errors.
    keepNames: minify,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', '*.bin'],
    logLevel: 'silent',
  })
  return result.outputFiles.map(({ text }) => text).join('')
}
