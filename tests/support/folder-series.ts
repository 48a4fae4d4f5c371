import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { Hono } from 'hono'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { createApp } from '../../src/edge/app.ts'
import { LEDGER_PATH, renderLedger } from '../../src/ledger/ledger-codec.ts'
import { instant } from '../../src/model/instant.ts'
import type { PackKey } from '../../src/model/pack.ts'
import type { Problem } from '../../src/model/problem.ts'
import { publishInMemory } from './publish-in-memory.ts'
import { sha256 } from './sha256.ts'

/** An article as a feed tells of it, read by a parser that is not ours. */
export interface FeedItem {
  readonly id: string
  readonly url: string
  readonly title: string
  /** RFC 3339, to the second. */
  readonly published: string
  readonly updated: string
}

/** A folder of articles that is published again and again, as it is after each change. */
export class FolderSeries {
  readonly seeds = new Map<string, string>()
  /** The moment it is, for the build and at the edge. */
  now: number
  #app: Hono | undefined

  constructor(now: string, site = 'title: News\nurl: https://news.site\nlanguage: en\n') {
    this.now = Date.parse(now)
    this.seeds.set('site.yaml', site)
  }

  /** Writes an article: some lines of front matter, and its text. */
  write(path: string, frontMatter: readonly string[], text: string): void {
    this.seeds.set(path, `---\n${frontMatter.join('\n')}\n---\n${text}\n`)
  }

  rename(from: string, to: string): void {
    const text = this.seeds.get(from)
    if (text === undefined) throw new Error(`There is no ${from}`)
    this.seeds.delete(from)
    this.seeds.set(to, text)
  }

  edit(path: string, change: (text: string) => string): void {
    this.seeds.set(path, change(this.seeds.get(path) ?? ''))
  }

  get ledger(): string {
    return this.seeds.get(LEDGER_PATH) ?? ''
  }

  /** Publishes what is there. Gives what stops it, and then what was published stays published. */
  async publish({ accept = false, hotBytes = 60_000 } = {}): Promise<readonly Problem[]> {
    const at = instant(this.now)
    const seeds = [...this.seeds].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
    const { publication, ledger, problems } = await parsePublication({ seeds }, { at, digest: sha256 })
    const stops = problems.filter(({ severity }) => severity !== 'warning')
    if (publication === undefined || ledger === undefined) return stops
    if (stops.length > 0 && !accept) return stops
    const bundle = await publishInMemory(publication, { at, hotBytes })
    const packs = new Map([...bundle.embedded, ...bundle.packs].map(({ key, bytes }) => [key, bytes]))
    const store = { read: async (key: PackKey) => packs.get(key) }
    this.#app = createApp({ release: decodeRelease(bundle.release), store, now: () => instant(this.now) })
    this.seeds.set(LEDGER_PATH, renderLedger(ledger.after))
    return stops
  }

  /** Asks the edge for a path, or for a URL of the site. */
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    if (this.#app === undefined) throw new Error('Nothing has been published')
    return this.#app.request(path.startsWith('http') ? new URL(path).pathname : path, { headers })
  }

  /** The items of the main feed, which must be the same in every form. */
  async items(): Promise<readonly FeedItem[]> {
    const json = parseJsonFeed(await this.#text('/feed.json'))
    const atom = parseAtomFeed(await this.#text('/feed.atom'))
    const rss = parseRssFeed(await this.#text('/feed.rss'))
    const items = (json.items ?? []).map((item) =>
      anItem(item.id, item.url, item.title, item.date_published, item.date_modified),
    )
    const entries = (atom.entries ?? []).map((entry) => {
      const url = entry.links?.find(({ rel }) => rel === 'alternate')?.href
      return anItem(entry.id, url, entry.title?.value, entry.published, entry.updated)
    })
    if (JSON.stringify(items) !== JSON.stringify(entries)) throw new Error('Atom and JSON Feed differ')
    const rssItems = (rss.items ?? []).map(({ guid, link, title }) => [guid?.value, link, title])
    if (JSON.stringify(rssItems) !== JSON.stringify(items.map(({ id, url, title }) => [id, url, title])))
      throw new Error('RSS and JSON Feed differ')
    return items
  }

  /** The ids that the feed tells readers to take away, which must be the same in Atom and JSON Feed. */
  async deleted(): Promise<readonly string[]> {
    const { _strillone } = JSON.parse(await this.#text('/feed.json'))
    const inJson: string[] = (_strillone?.deleted ?? []).map(({ id }: { id: string }) => id)
    const atom = await this.#text('/feed.atom')
    const inAtom = [...atom.matchAll(/<at:deleted-entry [^>]*ref="([^"]*)"/g)].map(([, id]) => id)
    if (JSON.stringify(inJson) !== JSON.stringify(inAtom)) throw new Error('Atom and JSON Feed differ')
    return inJson
  }

  async #text(path: string): Promise<string> {
    const response = await this.get(path)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }
}

function anItem(id = '', url = '', title = '', published = '', updated = ''): FeedItem {
  const seconds = (moment: string) => `${new Date(moment).toISOString().slice(0, 19)}Z`
  return { id, url, title, published: seconds(published), updated: seconds(updated) }
}
