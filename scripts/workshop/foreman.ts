import type { Crew, Division } from './crew.ts'
import type { Hand } from './hand.ts'
import type { Order } from './orders.ts'
import type { WorkCache } from './work-cache.ts'

/** Fewer pieces of work than this are done before threads are at work. */
const WORTH_THREADS = 150

/** Told how far it is with a work of so many pieces. */
export type OnWork = (what: string, total: number) => { readonly step: () => void; readonly stop: () => void }

/** Whom a foreman has. */
export interface Staff {
  /** Does what is little, on this thread. */
  readonly hand: Hand
  readonly threads: number
  /** Starts the threads. */
  readonly hire: () => Crew
  readonly cache: WorkCache
  readonly onWork: OnWork | undefined
}

/** A piece of work: what it is remembered by, and what ties it to a thread. */
export interface WorkItem {
  readonly path: string
  readonly key: string
}

/** How some work is done. */
export interface Work<T, R> {
  /** What all who do it must know. */
  readonly open?: Order
  readonly order: (some: readonly T[]) => Order
  /** Whether what is remembered is still right. */
  readonly isStill?: (done: R) => boolean
  /** How many pieces a thread is given at once. */
  readonly batch?: number
  /** Whether a thread remembers what it had of the same path before. */
  readonly isTied?: boolean
}

/** Has work done that is not remembered: by the one hand where it is little, by a crew of threads where it is much. */
export class Foreman {
  readonly #staff: Staff
  #crew: Crew | undefined

  constructor(staff: Staff) {
    this.#staff = staff
  }

  /** What came of each item, in their order. */
  async work<T extends { readonly path: string; readonly key: string }, R>(
    what: string,
    items: readonly T[],
    { open, order, isStill = () => true, batch = 25, isTied = true }: Work<T, R>,
  ): Promise<readonly R[]> {
    const known = items.map(({ key }) => {
      const done = this.#staff.cache.get<R>(key)
      return done !== undefined && isStill(done) ? done : undefined
    })
    const missing = items.filter((_, index) => known[index] === undefined)
    const progress = this.#staff.onWork?.(what, missing.length)
    const division: Division<T> = {
      order,
      batch,
      ...(isTied && { tie: ({ path }: T) => path }),
      onDone: (count) => {
        for (let each = 0; each < count; each++) progress?.step()
      },
    }
    const done = await this.#do<T, R>(missing, open, division)
    progress?.stop()
    for (const [index, { key }] of missing.entries())
      this.#staff.cache.set(key, done[index], weigh(done[index]))
    let next = 0
    return known.flatMap((each) => each ?? done.slice(next, ++next))
  }

  async #do<T, R>(
    missing: readonly T[],
    open: Order | undefined,
    division: Division<T>,
  ): Promise<readonly R[]> {
    if (missing.length === 0) return []
    if (this.#crew === undefined && (missing.length < WORTH_THREADS || this.#staff.threads < 2)) {
      if (open) this.#staff.hand.do(open)
      return missing.flatMap((item) => {
        const done: readonly R[] = this.#staff.hand.do(division.order([item]))
        division.onDone?.(1)
        return done
      })
    }
    this.#crew ??= this.#staff.hire()
    if (open) await this.#crew.tell(open)
    return this.#crew.map<T, R>(missing, division)
  }

  /** Sends the threads home. */
  async dismiss(): Promise<void> {
    await this.#crew?.dismiss()
    this.#crew = undefined
  }
}

/** How many bytes what was made leads to. */
function weigh(done: unknown): number {
  if (typeof done !== 'object' || done === null) return 0
  if ('file' in done && 'length' in done && typeof done.length === 'number') return done.length
  return Object.values(done).reduce((sum: number, each) => sum + weigh(each), 0)
}
