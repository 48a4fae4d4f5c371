import type { TaskExecutor } from './run-task.ts'
import type { TaskCache } from './task-cache.ts'
import type { Task, TaskKind, TaskResults } from './tasks.ts'
import type { Division, WorkerPool } from './worker-pool.ts'

/** Fewer pieces of work than this are done before threads are at work. */
const WORTH_THREADS = 150

/** Told how far it is with a work of so many pieces. */
export type OnWork = (what: string, total: number) => { readonly step: () => void; readonly stop: () => void }

/** Whom a foreman has. */
export interface RunnerSettings {
  /** Does what is little, on this thread. */
  readonly executor: TaskExecutor
  readonly threads: number
  /** Starts the threads. */
  readonly start: () => WorkerPool
  readonly cache: TaskCache<TaskResults>
  readonly onWork: OnWork | undefined
}

/** A piece of work: what it is remembered by, and what ties it to a thread. */
export interface WorkItem {
  readonly path: string
  readonly key: string
}

/** How some work is done. */
export interface Work<Kind extends TaskKind, T> {
  readonly kind: Kind
  /** What all who do it must know. */
  readonly open?: Task<'open'>
  readonly task: (some: readonly T[]) => Task<Kind>
  /** Whether what is remembered is still right. */
  readonly isFresh?: (done: TaskResults[Kind]) => boolean
  /** How many pieces a thread is given at once. */
  readonly batch?: number
  /** Whether a thread remembers what it had of the same path before. */
  readonly isTied?: boolean
}

/** Has work done that is not remembered: by the one hand where it is little, by a crew of threads where it is much. */
export class TaskRunner {
  readonly #settings: RunnerSettings
  #pool: WorkerPool | undefined

  constructor(settings: RunnerSettings) {
    this.#settings = settings
  }

  /** What came of each item, in their order. */
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
    if (this.#pool === undefined && (missing.length < WORTH_THREADS || this.#settings.threads < 2)) {
      if (open) this.#settings.executor.run(open)
      return missing.flatMap((item) => {
        const done = this.#settings.executor.run(division.task([item]))
        division.onDone?.(1)
        return done
      })
    }
    this.#pool ??= this.#settings.start()
    if (open) await this.#pool.broadcast(open)
    return this.#pool.map(missing, division)
  }

  /** Sends the threads home. */
  async stop(): Promise<void> {
    await this.#pool?.stop()
    this.#pool = undefined
  }
}

/** How many bytes what was made leads to. */
function weigh(done: unknown): number {
  if (typeof done !== 'object' || done === null) return 0
  if ('file' in done && 'length' in done && typeof done.length === 'number') return done.length
  return Object.values(done).reduce((sum: number, each) => sum + weigh(each), 0)
}
