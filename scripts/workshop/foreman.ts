import type { Crew, Division } from './crew.ts'
import type { Hand } from './hand.ts'
import type { Order, OrderKind, TaskResults } from './orders.ts'
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
  readonly cache: WorkCache<TaskResults>
  readonly onWork: OnWork | undefined
}

/** A piece of work: what it is remembered by, and what ties it to a thread. */
export interface WorkItem {
  readonly path: string
  readonly key: string
}

/** How some work is done. */
export interface Work<Kind extends OrderKind, T> {
  readonly kind: Kind
  /** What all who do it must know. */
  readonly open?: Order<'open'>
  readonly order: (some: readonly T[]) => Order<Kind>
  /** Whether what is remembered is still right. */
  readonly isStill?: (done: TaskResults[Kind]) => boolean
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
  async work<Kind extends OrderKind, T extends WorkItem>(
    what: string,
    items: readonly T[],
    { kind, open, order, isStill = () => true, batch = 25, isTied = true }: Work<Kind, T>,
  ): Promise<readonly TaskResults[Kind][]> {
    const known = items.map(({ key }) => {
      const done = this.#staff.cache.get(kind, key)
      return done !== undefined && isStill(done) ? done : undefined
    })
    const missing = items.filter((_, index) => known[index] === undefined)
    const progress = this.#staff.onWork?.(what, missing.length)
    const division: Division<Kind, T> = {
      order,
      batch,
      ...(isTied && { tie: ({ path }: T) => path }),
      onDone: (count) => {
        for (let each = 0; each < count; each++) progress?.step()
      },
    }
    const done = await this.#do(missing, open, division)
    progress?.stop()
    for (const [index, { key }] of missing.entries()) {
      const result = done[index]
      if (result !== undefined) this.#staff.cache.set(kind, key, result, weigh(result))
    }
    let next = 0
    return known.flatMap((each) => each ?? done.slice(next, ++next))
  }

  async #do<Kind extends OrderKind, T>(
    missing: readonly T[],
    open: Order<'open'> | undefined,
    division: Division<Kind, T>,
  ): Promise<readonly TaskResults[Kind][]> {
    if (missing.length === 0) return []
    if (this.#crew === undefined && (missing.length < WORTH_THREADS || this.#staff.threads < 2)) {
      if (open) this.#staff.hand.do(open)
      return missing.flatMap((item) => {
        const done = this.#staff.hand.do(division.order([item]))
        division.onDone?.(1)
        return done
      })
    }
    this.#crew ??= this.#staff.hire()
    if (open) await this.#crew.tell(open)
    return this.#crew.map(missing, division)
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
