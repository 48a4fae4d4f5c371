import type { Foreman } from './foreman.ts'
import type { Finishing, FinishOrder, Reading, SeedPlace } from './orders.ts'

/** What some work on an article is remembered by. */
interface Keyed {
  readonly key: string
}

/** What one build of a workshop knows so far. What was put aside in another build is not taken for what this one has read. */
export interface BuildState {
  readonly foreman: Foreman
  /** The articles that were read, and those that were finished, by their paths. */
  readonly read: Map<string, SeedPlace & Keyed>
  readonly finished: Map<string, FinishOrder & Keyed>
  reading: Reading
  finishing: Finishing | undefined
}

/** A build that has read nothing. */
export function beginBuild(foreman: Foreman): BuildState {
  const reading = { timezone: 'UTC', drafts: false, handedDown: {} }
  return { foreman, read: new Map(), finished: new Map(), reading, finishing: undefined }
}

/** An order without the key, which is nothing to those who carry it out. */
export function withoutKey<Item extends Keyed>({ key: _key, ...order }: Item) {
  return order
}
