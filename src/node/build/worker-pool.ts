import { Worker } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { UsageError } from '../cli/command-line.ts'
import { MODULES } from '../cli/project.ts'
import type { Task, TaskKind, TaskResults } from './tasks.ts'
import { isDone, parseAnswer, type ThreadAnswer, type ThreadRequest } from './thread-messages.ts'

/** More than a thread needs. Without a limit, V8 would collect garbage too late. */
const MOST_HEAP_MB = 384

/**
 * Most objects of an article are soon garbage. By default, V8 collects it only after a hundred megabytes, and is not faster
 * for it.
 */
const MOST_YOUNG_MB = 32

/** One batch is on its way while the thread works on another. */
const IN_FLIGHT = 2

/** How to divide the work. */
export interface Division<Kind extends TaskKind, T> {
  /** Makes a task from some of the items. */
  readonly task: (items: readonly T[]) => Task<Kind>
  /** The number of items in a batch. */
  readonly batch: number
  /** A text that ties an item to one thread, which may then remember it. Without `tie`, any thread may take an item. */
  readonly tie?: (item: T) => string
  /** Called with the number of items that are done. */
  readonly onDone?: (count: number) => void
}

/** Threads that run tasks. */
export class WorkerPool {
  readonly #workers: readonly PoolWorker[]

  /** Starts one thread for each file name. The thread stores its results in that file. */
  constructor(folder: string, files: readonly string[]) {
    this.#workers = files.map((file) => new PoolWorker(folder, file))
  }

  /** Runs a task on all threads. Resolves when all have done it. */
  async broadcast(task: Task): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.run(task)))
  }

  /** Resolves to the result of each item, in the order of the items. Rejects with the first error. */
  async map<Kind extends TaskKind, T>(
    items: readonly T[],
    { task, batch, tie, onDone }: Division<Kind, T>,
  ): Promise<readonly TaskResults[Kind][]> {
    const places = [...items.keys()]
    const queues =
      tie === undefined
        ? this.#workers.map(() => places.values())
        : this.#workers.map((_, index) =>
            places.filter((place) => this.#isOwn(index, items[place], tie)).values(),
          )
    const shared = queues[0]
    const done: TaskResults[Kind][] = []
    const work = async (worker: PoolWorker, queue: IterableIterator<number>) => {
      for (;;) {
        const mine = takeNext(queue, batch)
        if (mine.length === 0) return
        const outcomes = await worker.run(task(mine.flatMap((place) => items[place] ?? [])))
        for (const [index, outcome] of outcomes.entries()) done[mine[index] ?? 0] = outcome
        onDone?.(mine.length)
      }
    }
    await Promise.all(
      this.#workers.flatMap((worker, index) =>
        Array.from({ length: IN_FLIGHT }, () =>
          work(worker, (tie === undefined ? shared : queues[index]) ?? [].values()),
        ),
      ),
    )
    return done
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()))
  }

  #isOwn<T>(index: number, item: T | undefined, tie: (item: T) => string): boolean {
    return item !== undefined && crc32(tie(item)) % this.#workers.length === index
  }
}

function takeNext(queue: Iterator<number>, count: number): readonly number[] {
  const taken: number[] = []
  for (let next = queue.next(); !next.done; next = queue.next()) {
    taken.push(next.value)
    if (taken.length === count) break
  }
  return taken
}

/** A thread, and the callbacks that wait for its answers. */
class PoolWorker {
  readonly #worker: Worker
  readonly #waiting = new Map<number, (answer: ThreadAnswer) => void>()
  #number = 0

  constructor(folder: string, file: string) {
    this.#worker = new Worker(MODULES.workerThread, {
      workerData: { folder, file },
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: MOST_YOUNG_MB },
    })
    this.#worker.on('message', (message: unknown) => this.#hear(parseAnswer(message)))
    this.#worker.on('error', (error) => {
      for (const number of [...this.#waiting.keys()]) this.#hear({ number, outcome: 'error', error })
    })
  }

  /**
   * Runs a task on the thread. Resolves to its results. Rejects with a UsageError for a user's mistake, or with the
   * thread's error.
   */
  run<Kind extends TaskKind>(task: Task<Kind>): Promise<readonly TaskResults[Kind][]> {
    const { kind } = task
    const request: ThreadRequest<Kind> = { number: this.#number++, task }
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.number, (answer) => {
        if (isDone(answer, kind)) resolve(answer.results)
        else reject(reasonOf(answer))
      })
      this.#worker.postMessage(request)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #hear(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.number)
    this.#waiting.delete(answer.number)
    waiting?.(answer)
  }
}

function reasonOf(answer: ThreadAnswer): unknown {
  if (answer.outcome === 'mistake') return new UsageError(answer.message)
  return answer.outcome === 'error'
    ? answer.error
    : new TypeError(`A thread has done ${answer.kind}, unasked`)
}
