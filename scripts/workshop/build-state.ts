import type { Foreman } from './foreman.ts'
import type { Finishing, FinishOrder, Reading } from './orders.ts'

/** An article of this build, and what its work so far is remembered by. */
export type KnownArticle = FinishOrder & { readonly key: string }

/** What one build of a workshop knows so far. What was put aside in another build is not taken for what this one has read. */
export interface BuildState {
  readonly foreman: Foreman
  /** By their paths. */
  readonly articles: Map<string, KnownArticle>
  reading: Reading
  finishing: Finishing | undefined
}

/** A build that has read nothing. */
export function beginBuild(foreman: Foreman): BuildState {
  const reading = { timezone: 'UTC', drafts: false, handedDown: {} }
  return { foreman, articles: new Map(), reading, finishing: undefined }
}

/** An order without the key, which is nothing to those who carry it out. */
export function withoutKey<Item extends { readonly key: string }>({ key: _key, ...order }: Item) {
  return order
}
