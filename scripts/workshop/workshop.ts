import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { KnownPack, PackMemory } from '../../src/bundle/bundle.ts'
import type { ArticleStages } from '../../src/content/article-stages.ts'
import type { Finished, Identity } from '../../src/content/finish-article.ts'
import { assetSeeds } from '../../src/content/open-folder.ts'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import { EPOCH } from '../../src/model/instant.ts'
import type { ReadKept } from '../../src/model/kept-bytes.ts'
import { onceEach } from '../../src/model/once-each.ts'
import { FeedMemory } from '../../src/publish/feed-memory.ts'
import type { RenderStages } from '../../src/publish/render-stages.ts'
import { AssetMemory } from './asset-memory.ts'
import { Crew } from './crew.ts'
import { Foreman, type OnWork } from './foreman.ts'
import { Hand } from './hand.ts'
import { KeptFile, KeptReader, SCRATCH } from './kept-file.ts'
import type {
  FinishedOrder,
  Finishing,
  FinishOrder,
  Order,
  PressedOrder,
  ReadFacts,
  Reading,
  SeedPlace,
} from './orders.ts'
import { representLists } from './represent-lists.ts'
import { type DigestOf, SeedDigests } from './seed-digests.ts'
import { seedPlaceOf } from './seed-place.ts'
import { takeUp } from './take-up.ts'
import { thawManuscript } from './thaw-manuscript.ts'
import { WorkCache } from './work-cache.ts'
import { packKey, workKey } from './work-keys.ts'

/** More than this wait for one another. */
const MOST_THREADS = 8

/** Where a workshop keeps things, and how many threads it may have. */
export interface WorkshopSettings {
  /** The folder of articles. */
  readonly directory: string
  readonly folder: string
  readonly threads?: number
  readonly onWork?: OnWork
  /** Whether it is for several builds, and holds in memory what one of them may ask that was told another. */
  readonly isLasting?: boolean
}

/**
 * Reads, finishes and presses the articles of a folder: what it remembers it does not do again, and what is much it
 * divides among threads. All that it gives depends on the folder alone.
 */
export class Workshop implements ArticleStages<object>, RenderStages<object> {
  readonly #folder: string
  readonly #reader: KeptReader
  readonly #file: KeptFile
  readonly #scratch: KeptFile
  readonly #cache: WorkCache
  readonly #digests: SeedDigests
  readonly #assets: AssetMemory
  /** The digest of a file, read only where it was touched. */
  readonly digestOf: DigestOf
  /** What feeds showed in the build before, where there is one in this process. */
  readonly feeds: FeedMemory | undefined
  readonly readKept: ReadKept
  readonly packs: PackMemory
  readonly #name: string
  readonly #threads: number
  readonly #onWork: OnWork | undefined
  #foreman: Foreman
  /** How many threads were started so far. */
  #hired = 0
  #orders = new Map<string, FinishOrder & { readonly key: string }>()
  /** The same object for what was remembered. */
  readonly #takeUp = onceEach((pressed: PressedOrder) => takeUp(pressed, this.#reader))
  #reading: Reading = { timezone: 'UTC', drafts: false, handedDown: {} }
  #finishing: Finishing | undefined

  constructor({
    directory,
    folder,
    threads = Math.min(availableParallelism(), MOST_THREADS),
    onWork,
    isLasting = false,
  }: WorkshopSettings) {
    this.#folder = folder
    this.#name = randomUUID()
    this.#reader = new KeptReader(folder)
    // Before any other file of this build: by it another build knows not to take those away.
    this.#scratch = new KeptFile(folder, `${this.#name}-0${SCRATCH}`)
    this.#file = new KeptFile(folder, `${this.#name}-0`)
    this.#cache = new WorkCache({
      ...{ folder, build: this.#name, isHeld: isLasting },
      ...{ file: this.#file, reader: this.#reader },
    })
    this.#digests = new SeedDigests(this.#cache, directory)
    this.#assets = new AssetMemory(this.#cache)
    this.feeds = isLasting ? new FeedMemory() : undefined
    this.readKept = this.#reader.read
    this.packs = {
      recall: (resources) => this.#cache.get<KnownPack>(packKey(resources)),
      note: (resources, known) => this.#cache.set(packKey(resources), known),
    }
    this.#threads = threads
    this.#onWork = onWork
    this.#foreman = this.#createForeman()
    this.digestOf = (file, most) => this.#digests.of(file, most)
  }

  /** A foreman for one build: what hands put aside in another would be taken for what they have read in this one. */
  #createForeman(): Foreman {
    return new Foreman({
      hand: new Hand(this.#file, this.#scratch, this.#reader),
      threads: this.#threads,
      hire: () => {
        this.#file.flush()
        const files = Array.from({ length: this.#threads }, () => `${this.#name}-${++this.#hired}`)
        return new Crew(this.#folder, files)
      },
      cache: this.#cache,
      onWork: this.#onWork,
    })
  }

  readonly read: ArticleStages<object>['read'] = async ({ kinds, context }) => {
    const { timezone, drafts, handedDown } = context
    this.#reading = { timezone, drafts, handedDown }
    const open: Order = { kind: 'open', reading: this.#reading }
    const items = (kinds.get('article') ?? []).map((seed) => {
      const place = seedPlaceOf(seed)
      return {
        ...place,
        key: workKey('read', seed.path, place.digest, timezone, drafts, handedDown[seed.path]),
      }
    })
    const facts = await this.#foreman.work<SeedPlace & { readonly key: string }, ReadFacts>(
      'articles read',
      items,
      {
        open,
        order: (some) => ({ kind: 'read', seeds: some.map(({ key: _key, ...place }) => place) }),
      },
    )
    for (const item of items) this.#orders.set(item.path, { ...item, identity: NOBODY })
    return facts.flatMap((each, index) => {
      const place = items[index]
      return place === undefined ? [] : thawManuscript(each, place, context)
    })
  }

  readonly asset: ArticleStages<object>['asset'] = (seed) => this.#assets.parse(seed)

  readonly finish: ArticleStages<object>['finish'] = async (folder) => {
    const { named, site, library } = folder
    const { url, authors, timezone } = site.settings
    const imprint = { url, authors, timezone }
    this.#finishing = {
      imprint,
      addresses: named.map(({ path, identity }) => ({ path, slug: identity.slug })),
      assets: this.#assets.places(assetSeeds(folder.kinds)),
    }
    const items = named.map(({ path, identity }) => {
      const read = this.#orders.get(path)
      if (read === undefined) throw new Error(`Not read: ${path}`)
      const key = workKey('finish', read.key, identity, imprint)
      const item = { ...read, identity, key }
      this.#orders.set(path, item)
      return item
    })
    const finished = await this.#foreman.work<FinishOrder & { readonly key: string }, FinishedOrder>(
      'articles finished',
      items,
      {
        open: { kind: 'open', reading: this.#reading, finishing: this.#finishing },
        order: (some) => ({ kind: 'finish', orders: some.map(({ key: _key, ...order }) => order) }),
        // What an article refers to may be there by now, or elsewhere.
        isStill: ({ asked }) =>
          asked.every(({ path, from, answer }) => library.answer(path, from) === answer),
      },
    )
    return finished.map(({ facts, problems, asked }, index): Finished<object> => {
      for (const { path, from } of asked) library.answer(path, from)
      const item = items[index]
      if (item && asked.length > 0) this.#orders.set(item.path, { ...item, key: workKey(item.key, asked) })
      return { facts, content: {}, problems }
    })
  }

  readonly lists: RenderStages<object>['lists'] = async (rendered, { frame }) => {
    const made = await representLists(this.#foreman, rendered, frame.site.feed.deltas)
    // What is left is packing, which needs the room that threads have and nothing that they know.
    await this.#foreman.dismiss()
    return made
  }

  readonly articles: RenderStages<object>['articles'] = async (tasks, { frame, at }) => {
    const framed = workKey(frame)
    const items = tasks.map(({ article, translations }) => {
      const own = this.#orders.get(article.path)
      if (own === undefined) throw new Error(`Not finished: ${article.path}`)
      const { language } = article
      // What was shown before and will be for ever is the same at every moment.
      const isSettled = [article, ...translations].every(
        ({ published, expires }) => published <= at && expires === undefined,
      )
      const moment = isSettled ? null : at
      const key = workKey('press', own.key, language, framed, translations, moment)
      return { ...own, key, language, translations }
    })
    const pressed = await this.#foreman.work<(typeof items)[number], PressedOrder>(
      'articles rendered',
      items,
      {
        open: {
          kind: 'open',
          reading: this.#reading,
          ...(this.#finishing && { finishing: this.#finishing }),
          pressing: { frame, at },
        },
        order: (some) => ({ kind: 'press', orders: some.map(({ key: _key, ...order }) => order) }),
      },
    )
    return pressed.map(this.#takeUp)
  }

  /**
   * Ends a build, finished or not, and keeps what it has made for the next one: in this workshop, or in another. Resolves to
   * whether this one can go on: not where all had to be forgotten.
   */
  async rest(isFinished = true): Promise<boolean> {
    await this.#foreman.dismiss()
    this.#digests.save()
    const isKept = this.#cache.save(isFinished)
    this.#orders = new Map()
    this.#assets.clear()
    this.#finishing = undefined
    this.#foreman = this.#createForeman()
    return isKept
  }

  async close(): Promise<void> {
    await this.#foreman.dismiss()
    this.#reader.close()
    this.#file.close()
    this.#scratch.close()
    for (const name of readdirSync(this.#folder)) {
      const isOurs = name.startsWith(this.#name) && name.endsWith(SCRATCH)
      if (isOurs) rmSync(join(this.#folder, name))
    }
  }
}

/** Before it is known which article it is. */
const NOBODY: Identity = {
  id: '' as ArticleId,
  slug: '' as Slug,
  formerSlugs: [],
  published: EPOCH,
  firstPublished: EPOCH,
  updated: EPOCH,
  changed: EPOCH,
}
