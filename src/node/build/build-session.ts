import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PackMemory } from '../../bundle/bundle.ts'
import type { ArticleStages } from '../../content/publication/article-stages.ts'
import type { LoadBlob } from '../../model/blob.ts'
import { onceEach } from '../../model/once-each.ts'
import { FeedCache } from '../../publish/feed-cache.ts'
import type { RenderStages } from '../../publish/render-stages.ts'
import type { DigestOf } from '../files/read-folder.ts'
import { AssetCache } from './asset-cache.ts'
import { BlobFile, BlobReader, SCRATCH } from './blob-file.ts'
import { type BuildState, beginBuild } from './build-state.ts'
import { packKey } from './cache-keys.ts'
import { FileDigests } from './file-digests.ts'
import { finishArticles } from './finish-articles.ts'
import { readArticles } from './read-articles.ts'
import { renderArticles } from './render-articles.ts'
import { representLists } from './represent-lists.ts'
import { TaskExecutor } from './run-task.ts'
import { loadRendered } from './stored-fragment.ts'
import { TaskCache } from './task-cache.ts'
import { type OnWork, TaskRunner } from './task-runner.ts'
import type { RenderedArticleRef, TaskValues } from './tasks.ts'
import { WorkerPool } from './worker-pool.ts'

/** More threads wait for one another. */
const MOST_THREADS = 8

/**
 * With fewer items, two threads take a third more processor time and memory than one: each starts and compiles the same
 * code.
 */
const WORTH_THREADS = 1500

/** Where a build session stores its results, and how many threads it may use. */
export interface SessionSettings {
  /** The folder of articles. */
  readonly directory: string
  readonly folder: string
  readonly threads?: number
  /** The fewest items that are divided among threads. */
  readonly worthThreads?: number
  readonly onWork?: OnWork
  /** Whether the session serves several builds, and keeps results in memory for the next one. */
  readonly isLasting?: boolean
}

/**
 * Reads, finishes and renders the articles of a folder. It skips work whose results are in the cache, and divides large
 * work among threads. Its results depend only on the folder.
 */
export class BuildSession implements ArticleStages<object>, RenderStages<object> {
  readonly #folder: string
  readonly #reader: BlobReader
  readonly #file: BlobFile
  readonly #scratch: BlobFile
  readonly #cache: TaskCache<TaskValues>
  readonly #digests: FileDigests
  readonly #assets: AssetCache
  /** The digest of a file. An unchanged file is not read. */
  readonly digestOf: DigestOf
  /** The feeds of the build before, if the session serves several builds. */
  readonly feeds: FeedCache | undefined
  readonly loadBlob: LoadBlob
  readonly packs: PackMemory
  readonly #name: string
  readonly #threads: number
  readonly #worthThreads: number
  readonly #onWork: OnWork | undefined
  #build: BuildState
  /** How many threads were started so far. */
  #started = 0
  /** Gives the same object for the same result. */
  readonly #loadRendered = onceEach((rendered: RenderedArticleRef) => loadRendered(rendered, this.#reader))

  constructor({
    directory,
    folder,
    threads = Math.min(availableParallelism(), MOST_THREADS),
    worthThreads = WORTH_THREADS,
    onWork,
    isLasting = false,
  }: SessionSettings) {
    this.#folder = folder
    this.#name = randomUUID()
    this.#reader = new BlobReader(folder)
    // The first file of this build. Another build that sees it does not delete the others.
    this.#scratch = new BlobFile(folder, `${this.#name}-0${SCRATCH}`)
    this.#file = new BlobFile(folder, `${this.#name}-0`)
    this.#cache = new TaskCache({
      ...{ folder, build: this.#name, isHeld: isLasting },
      ...{ file: this.#file, reader: this.#reader },
    })
    this.#digests = new FileDigests(this.#cache, directory)
    this.#assets = new AssetCache(this.#cache)
    this.feeds = isLasting ? new FeedCache() : undefined
    this.loadBlob = this.#reader.read
    this.packs = {
      recall: (resources) => this.#cache.get('pack', packKey(resources)),
      note: (resources, known) => this.#cache.set('pack', packKey(resources), known),
    }
    this.#threads = threads
    this.#worthThreads = worthThreads
    this.#onWork = onWork
    this.#build = beginBuild(this.#createRunner())
    this.digestOf = (file, most) => this.#digests.of(file, most)
  }

  /** Makes a runner for one build. Threads remember what they have read, and in another build that would be old. */
  #createRunner(): TaskRunner {
    return new TaskRunner({
      executor: new TaskExecutor(this.#file, this.#scratch, this.#reader),
      threads: this.#threads,
      worthThreads: this.#worthThreads,
      start: () => {
        this.#file.flush()
        const files = Array.from({ length: this.#threads }, () => `${this.#name}-${++this.#started}`)
        return new WorkerPool(this.#folder, files)
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
    const rendered = await renderArticles(this.#build, tasks)
    return rendered.map(this.#loadRendered)
  }

  readonly lists: RenderStages<object>['lists'] = async (rendered, { siteContext }) => {
    const { runner } = this.#build
    const made = await representLists(runner, rendered, siteContext.site.feed.deltas)
    // Only packing is left. It needs the memory of the threads, but no threads.
    await runner.stop()
    return made
  }

  /**
   * Ends a build, and stores its results for later builds of this or another BuildSession. `isFinished` says whether the
   * build did the whole folder. Resolves to whether this one can go on: not if the cache deleted all results.
   */
  async endBuild(isFinished = true): Promise<boolean> {
    await this.#build.runner.stop()
    this.#digests.save()
    const isKept = this.#cache.save(isFinished)
    this.#assets.clear()
    this.#build = beginBuild(this.#createRunner())
    return isKept
  }

  async close(): Promise<void> {
    await this.#build.runner.stop()
    this.#reader.close()
    this.#file.close()
    this.#scratch.close()
    for (const name of readdirSync(this.#folder)) {
      const isOurs = name.startsWith(this.#name) && name.endsWith(SCRATCH)
      if (isOurs) rmSync(join(this.#folder, name))
    }
  }
}
