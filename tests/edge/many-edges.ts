import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import { keyValueStore } from '../../src/edge/packs/key-value-store.ts'
import { embeddedStore } from '../../src/edge/packs/pack-store.ts'
import type { Article } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { Dice } from '../support/dice.ts'
import { completesFeed, isSamePlain } from '../support/feed-bodies.ts'
import { publishInMemory, type WholeBundle } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'
import { SimulatedKeyValue } from '../support/simulated-key-value.ts'
import type { SiteVariant } from '../support/site-variants.ts'

const HOUR = 3_600_000
/** Every client here takes gzip, so bytes are compared as they are stored. */
const GZIP = { 'Accept-Encoding': 'gzip' }
const NOW = instant(Date.UTC(2026, 0, 1))

/** A state of the publication, and what every address of it must answer while it is live. */
interface Version {
  readonly bundle: WholeBundle
  readonly expected: Map<string, Buffer>
}

/** A data centre that runs one version at a time, with a memory that a new version begins anew. */
interface Edge {
  version: Version
  app: Hono
  readonly store: ReturnType<SimulatedKeyValue['dataCentre']>
}

/** A reader stays with one edge, and keeps what it got with the tag that came with it. */
interface Reader {
  readonly edge: Edge
  readonly kept: Map<string, { readonly tag: string; readonly body: Buffer }>
}

/** Some edges and their readers, under the rules of the store: what happens next is up to the dice. */
export class Simulation {
  readonly #dice: Dice
  readonly #store: SimulatedKeyValue
  readonly #versions: Version[] = []
  readonly #edges: Edge[] = []
  readonly #readers: Reader[] = []
  readonly #variant: SiteVariant
  /** The moments at which articles came in that are to be shown, or taken away, by themselves. */
  readonly #schedule = new Map<number, Pick<Article, 'published' | 'expires'>>()
  #numbers: number[] = Array.from({ length: 40 }, (_, index) => index)
  #edits = new Map<number, number>()
  readonly #clock = { now: NOW }
  readonly counts = {
    whole: 0,
    notModified: 0,
    delta: 0,
    unavailable: 0,
    due: 0,
    published: 0,
    rolledBack: 0,
  }

  constructor(seed: number, variant: SiteVariant) {
    this.#variant = variant
    this.#dice = new Dice(seed)
    this.#store = new SimulatedKeyValue(this.#dice)
  }

  async run(steps: number): Promise<void> {
    const first = await this.#publish()
    for (let count = 0; count < 4; count++) {
      const store = this.#store.dataCentre()
      const edge: Edge = { version: first, app: this.#deploy(first, store), store }
      this.#edges.push(edge)
      for (let reader = 0; reader < 5; reader++) this.#readers.push({ edge, kept: new Map() })
    }
    for (let step = 0; step < steps; step++) {
      this.#store.now += this.#dice.roll() * 4
      if (this.#variant.isScheduled) this.#clock.now = instant(NOW + Math.floor(this.#store.now * 1000))
      if (this.#dice.happens(2000)) await this.#publish()
      else if (this.#dice.happens(300)) this.#rollOut()
      else if (this.#dice.happens(50)) this.#restart(this.#dice.pick(this.#edges))
      else await this.#read(this.#dice.pick(this.#readers), step)
    }
  }

  /** What of an article is due at a moment that is still to come when it comes in. */
  #scheduled(number: number): Pick<Article, 'published' | 'expires'> | undefined {
    if (!this.#variant.isScheduled || number < 40 || number % 4 === 0) return undefined
    const known = this.#schedule.get(number)
    if (known !== undefined) return known
    const published = instant(this.#clock.now + Math.floor(this.#dice.roll() * HOUR))
    const expires = instant(published + Math.floor(this.#dice.roll() * 2 * HOUR) + 1)
    const made = { published, ...(number % 2 === 0 && { expires }) }
    this.#schedule.set(number, made)
    return made
  }

  /** Packs first, into the store; the release goes live at one edge after another, or never. */
  async #publish(): Promise<Version> {
    const next = (this.#numbers.at(-1) ?? 0) + 1
    if (this.#versions.length > 0) {
      this.#numbers = [...this.#numbers.filter(() => !this.#dice.happens(30)), next]
      for (const number of this.#numbers) if (this.#dice.happens(10)) this.#edits.set(number, next)
    }
    const articles = this.#numbers.map((number) => {
      // Words that do not compress to nothing, so that the packs are many.
      const words = Array.from({ length: 60 }, (_, index) => sha256(Uint8Array.of(number, index)))
      const text = `<p>${number} ${this.#edits.get(number) ?? 0} ${words.join(' ')}</p>`
      return aNumberedArticle(number, { html: text, text, markdown: text, ...this.#scheduled(number) })
    })
    const settings = { at: this.#clock.now, hotBytes: 90_000 }
    const bundle = await publishInMemory(
      aPublication(articles, {
        url: `https://example.org${this.#variant.basePath}`,
        feed: {
          items: 10,
          bytes: 250_000,
          content: 'full',
          deltas: this.#variant.hasDeltas,
          tombstoneDays: 30,
        },
      }),
      settings,
    )
    for (const { key, bytes } of bundle.packs) this.#store.put(key, bytes)
    const version: Version = { bundle, expected: new Map() }
    this.#versions.push(version)
    this.counts.published += 1
    return version
  }

  /** An edge gets the newest version, or one of the last again. */
  #rollOut(): void {
    const back = this.#dice.happens(4)
    const version = back ? this.#dice.pick(this.#versions.slice(-5)) : this.#versions.at(-1)
    const edge = this.#dice.pick(this.#edges)
    if (version === undefined || version === edge.version) return
    edge.version = version
    if (back) this.counts.rolledBack += 1
    this.#restart(edge)
  }

  #restart(edge: Edge): void {
    edge.app = this.#deploy(edge.version, edge.store)
  }

  #deploy({ bundle }: Version, store: Edge['store']): Hono {
    const embedded = new Map(bundle.embedded.map(({ key, bytes }) => [key, bytes]))
    const release = decodeRelease(bundle.release)
    return createApp({
      release,
      store: embeddedStore(embedded, keyValueStore(store)),
      now: () => this.#clock.now,
    })
  }

  /** A reader polls the feed, and opens an article that it lists. */
  async #read(reader: Reader, step: number): Promise<void> {
    const feed = await this.#fetch(
      reader,
      this.#dice.pick(['/feed.json', '/feed.atom', '/feed.rss', '/']),
      step,
    )
    if (feed === undefined) return
    const listed = [
      ...new Set(
        gunzipSync(feed)
          .toString('utf8')
          .match(/\/articles\/articolo-\d+/g),
      ),
    ]
    if (listed.length === 0) throw new Error(`Step ${step}: the feed lists nothing`)
    await this.#fetch(reader, this.#dice.pick(listed) + this.#dice.pick(['', '.json', '.md']), step)
  }

  async #fetch(reader: Reader, path: string, step: number): Promise<Buffer | undefined> {
    const { edge, kept } = reader
    const known = kept.get(path)
    const conditional = known && !this.#dice.happens(5) ? { 'If-None-Match': known.tag } : undefined
    const wish = this.#variant.hasDeltas && conditional ? { 'A-IM': 'feed' } : undefined
    const address = this.#variant.basePath + path
    const response = await edge.app.request(address, { headers: { ...GZIP, ...conditional, ...wish } })
    const what = `Step ${step}: ${path} answered ${response.status}`
    if (response.status === 503) {
      this.counts.unavailable += 1
      return undefined
    }
    if (response.status === 304) {
      this.counts.notModified += 1
      const truth = await this.#truth(edge.version, path)
      if (known === undefined || !isSamePlain(known.body, truth))
        throw new Error(`${what} to who has other bytes`)
      return known.body
    }
    if (response.status === 226 && known !== undefined) {
      this.counts.delta += 1
      const truth = await this.#truth(edge.version, path)
      const delta = Buffer.from(await response.arrayBuffer())
      if (!completesFeed(path, delta, known.body, truth))
        throw new Error(`${what} with other entries than are missing`)
      kept.set(path, { tag: response.headers.get('ETag') ?? '', body: truth })
      return truth
    }
    if (response.status !== 200) throw new Error(what)
    const body = Buffer.from(await response.arrayBuffer())
    const truth = await this.#truth(edge.version, path)
    if (!body.equals(truth)) throw new Error(`${what} with other bytes than were published`)
    this.counts.whole += 1
    kept.set(path, { tag: response.headers.get('ETag') ?? '', body })
    return body
  }

  /** What was published under a path in a version: asked of an app that has every pack at hand. */
  async #truth({ bundle, expected }: Version, path: string): Promise<Buffer> {
    const release = decodeRelease(bundle.release)
    const now = this.#clock.now
    // Between two moments of the release nothing changes.
    const passed = release.moments.filter((moment) => moment <= now).length
    const key = `${passed} ${path}`
    const known = expected.get(key)
    if (known !== undefined) return known
    this.counts.due = Math.max(this.counts.due, passed)
    const packs = new Map([...bundle.embedded, ...bundle.packs].map(({ key, bytes }) => [key, bytes]))
    const store = { read: async (key: PackKey) => packs.get(key) }
    const app = createApp({ release, store, now: () => now })
    const response = await app.request(this.#variant.basePath + path, { headers: GZIP })
    const body = Buffer.from(await response.arrayBuffer())
    expected.set(key, body)
    return body
  }
}
