import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PackMemory } from '../../src/bundle/bundle.ts'
import type { ArticleStages } from '../../src/content/article-stages.ts'
import type { ReadKept } from '../../src/model/kept-bytes.ts'
import { onceEach } from '../../src/model/once-each.ts'
import { FeedMemory } from '../../src/publish/feed-memory.ts'
import type { RenderStages } from '../../src/publish/render-stages.ts'
import { AssetMemory } from './asset-memory.ts'
import { type BuildState, beginBuild } from './build-state.ts'
import { Crew } from './crew.ts'
import { finishArticles } from './finish-articles.ts'
import { Foreman, type OnWork } from './foreman.ts'
import { Hand } from './hand.ts'
import { KeptFile, KeptReader, SCRATCH } from './kept-file.ts'
import type { PressedOrder } from './orders.ts'
import { readArticles } from './read-articles.ts'
import { renderArticles } from './render-articles.ts'
import { representLists } from './represent-lists.ts'
import { type DigestOf, SeedDigests } from './seed-digests.ts'
import { takeUp } from './take-up.ts'
import { WorkCache } from './work-cache.ts'
import { packKey } from './work-keys.ts'
import type { WorkValues } from './work-values.ts'

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
  readonly #cache: WorkCache<WorkValues>
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
  #build: BuildState
  /** How many threads were started so far. */
  #hired = 0
  /** The same object for what was remembered. */
  readonly #takeUp = onceEach((pressed: PressedOrder) => takeUp(pressed, this.#reader))

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
      recall: (resources) => this.#cache.get('pack', packKey(resources)),
      note: (resources, known) => this.#cache.set('pack', packKey(resources), known),
    }
    this.#threads = threads
    this.#onWork = onWork
    this.#build = beginBuild(this.#createForeman())
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

  readonly read: ArticleStages<object>['read'] = (folder) => readArticles(this.#build, folder)

  readonly asset: ArticleStages<object>['asset'] = (seed) => this.#assets.parse(seed)

  readonly finish: ArticleStages<object>['finish'] = (folder) =>
    finishArticles(this.#build, folder, this.#assets)

  readonly articles: RenderStages<object>['articles'] = async (...tasks) => {
    const pressed = await renderArticles(this.#build, tasks)
    return pressed.map(this.#takeUp)
  }

  readonly lists: RenderStages<object>['lists'] = async (rendered, { frame }) => {
    const { foreman } = this.#build
    const made = await representLists(foreman, rendered, frame.site.feed.deltas)
    // What is left is packing, which needs the room that threads have and nothing that they know.
    await foreman.dismiss()
    return made
  }

  /**
   * Ends a build, finished or not, and keeps what it has made for the next one: in this workshop, or in another. Resolves to
   * whether this one can go on: not where all had to be forgotten.
   */
  async rest(isFinished = true): Promise<boolean> {
    await this.#build.foreman.dismiss()
    this.#digests.save()
    const isKept = this.#cache.save(isFinished)
    this.#assets.clear()
    this.#build = beginBuild(this.#createForeman())
    return isKept
  }

  async close(): Promise<void> {
    await this.#build.foreman.dismiss()
    this.#reader.close()
    this.#file.close()
    this.#scratch.close()
    for (const name of readdirSync(this.#folder)) {
      const isOurs = name.startsWith(this.#name) && name.endsWith(SCRATCH)
      if (isOurs) rmSync(join(this.#folder, name))
    }
  }
}
