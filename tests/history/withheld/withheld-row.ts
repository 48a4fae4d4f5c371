import type { WrittenFile } from '../folder/written-file.ts'

/**
 * What a build says of an article that today's readers have: it is `published` and as it was, without a word; or a `stop`
 * names its file, or an `error` does. That it is withdrawn without either is what may never be.
 */
export type Outcome = 'published' | 'stop' | 'error'

/** An article that was published, and whose writer may have meant to keep it back. */
export interface WithheldRow {
  readonly file: WrittenFile
  /** What lies beside it and speaks of it. */
  readonly beside?: readonly WrittenFile[]
  /** What the build of today makes of it. Where a new rule finds the wish, it becomes `stop` or `error`. */
  readonly outcome: Outcome
}
