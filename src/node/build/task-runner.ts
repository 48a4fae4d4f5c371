import type { TaskExecutor } from './run-task.ts'
import type { TaskCache } from './task-cache.ts'
import type { Task, TaskKind, TaskResults } from './tasks.ts'
import type { Division, WorkerPool } from './worker-pool.ts'

/** Called when work starts, with its name and its number of items. Gives the progress to report to. */
export type OnWork = (what: string, total: number) => { readonly step: () => void; readonly stop: () => void }

/** What a TaskRunner works with. */
export interface RunnerSettings {
  /** Runs small work on this thread. */
  readonly executor: TaskExecutor
  readonly threads: number
  /** Fewer items are done on this thread. */
  readonly worthThreads: number
  /** Starts the threads. */
  readonly start: () => WorkerPool
  readonly cache: TaskCache<TaskResults>
  readonly onWork: OnWork | undefined
}

/** An item of work. `key` identifies it in the cache, and `path` ties it to a thread. */
export interface WorkItem {
  readonly path: string
  readonly key: string
}

/** How to do the work on some items. */
export interface Work<Kind extends TaskKind, T> {
  readonly kind: Kind
  /** A task that each thread must run first. */
  readonly open?: Task<'open'>
  readonly task: (some: readonly T[]) => Task<Kind>
  /** Whether a cached result is still correct. Default: it is. */
  readonly isFresh?: (done: TaskResults[Kind]) => boolean
  /** How many items go to a thread at once. */
  readonly batch?: number
  /** Whether the items of a path always go to the same thread, which may remember them. */
  readonly isTied?: boolean
}

/** Runs the tasks whose results are not in the cache: on this thread if they are few, otherwise on a pool of threads. */
export class TaskRunner {
  readonly #settings: RunnerSettings
  #pool: WorkerPool | undefined

  constructor(settings: RunnerSettings) {
    this.#settings = settings
  }

  /**
   * Resolves to the result of each item, in the order of the items. `what` names the work for the user: `articles read`.
   * Rejects as the tasks do.
   */
  async work<Kind extends TaskKind, T extends WorkItem>(
    what: string,
    items: readonly T[],
    { kind, open, task, isFresh = () => true, batch = 25, isTied = true }: Work<Kind, T>,
  ): Promise<readonly TaskResults[Kind][]> {
    const known = items.map(({ key }) => {
      const done = this.#settings.cache.get(kind, key)
      return done !== undefined && isFresh(done) ? done : undefined
    })
    const missing = items.filter((_, index) => known[index] === undefined)
    const progress = this.#settings.onWork?.(what, missing.length)
    const division: Division<Kind, T> = {
      task,
      batch,
      ...(isTied && { tie: ({ path }: T) => path }),
      onDone: (count) => {
        for (let each = 0; each < count; each++) progress?.step()
      },
    }
    const done = await this.#run(missing, open, division)
    progress?.stop()
    for (const [index, { key }] of missing.entries()) {
      const result = done[index]
      if (result !== undefined) this.#settings.cache.set(kind, key, result, weigh(result))
    }
    let next = 0
    return known.flatMap((each) => each ?? done.slice(next, ++next))
  }

  async #run<Kind extends TaskKind, T>(
    missing: readonly T[],
    open: Task<'open'> | undefined,
    division: Division<Kind, T>,
  ): Promise<readonly TaskResults[Kind][]> {
    if (missing.length === 0) return []
    const { executor, threads, worthThreads } = this.#settings
    if (this.#pool === undefined && (missing.length < worthThreads || threads < 2)) {
      if (open) executor.run(open)
      return missing.flatMap((item) => {
        const done = executor.run(division.task([item]))
        division.onDone?.(1)
        return done
      })
    }
    this.#pool ??= this.#settings.start()
    if (open) await this.#pool.broadcast(open)
    return this.#pool.map(missing, division)
  }

  /** Stops the threads. */
  async stop(): Promise<void> {
    await this.#pool?.stop()
    this.#pool = undefined
  }
}

/** The size of the stored bytes that a result refers to. */
function weigh(done: unknown): number {
  if (typeof done !== 'object' || done === null) return 0
  if ('file' in done && 'length' in done && typeof done.length === 'number') return done.length
  return Object.values(done).reduce((sum: number, each) => sum + weigh(each), 0)
}
