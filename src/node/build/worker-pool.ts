import { Worker } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { UsageError } from '../cli/command-line.ts'
import { MODULES } from '../cli/project.ts'
import type { Task, TaskKind, TaskResults } from './tasks.ts'
import { isDone, parseAnswer, type ThreadAnswer, type ThreadRequest } from './thread-messages.ts'

/** More than a thread ever needs; without a bound it would not look for what it can let go. */
const MOST_HEAP_MB = 384

/** What is made of an article is soon garbage. By default V8 lets a hundred megabytes of it gather, and is no faster for it. */
const MOST_YOUNG_MB = 32

/** A batch is on its way while another is worked on. */
const IN_FLIGHT = 2

/** How work is divided. */
export interface Division<Kind extends TaskKind, T> {
  /** What a thread is asked for some of the items. */
  readonly task: (items: readonly T[]) => Task<Kind>
  /** How many items make a batch. */
  readonly batch: number
  /** What ties an item to one thread, which then remembers it; any thread takes what is not tied. */
  readonly tie?: (item: T) => string
  /** Told how many more are done. */
  readonly onDone?: (count: number) => void
}

/** Some threads that carry out orders. */
export class WorkerPool {
  readonly #workers: readonly PoolWorker[]

  /** Starts as many threads as there are names of files, in which they keep what they make. */
  constructor(folder: string, files: readonly string[]) {
    this.#workers = files.map((file) => new PoolWorker(folder, file))
  }

  /** Tells all threads something, and waits until they know. */
  async broadcast(task: Task): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.run(task)))
  }

  /** What came of each item, in their order, whichever thread had it. Rejects with the first mistake. */
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

/** One thread, and who waits for its answers. */
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

  /** Resolves to what came of an order. */
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
