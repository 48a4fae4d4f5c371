import type { WrittenFile } from '../folder/written-file.ts'

/**
 * What a build says of an article that today's readers have: `published` as before without a word, a `stop` that names
 * its file, an `error` that does, or `withdrawn` without either, which may never be.
 */
export type Outcome = 'published' | 'stop' | 'error' | 'withdrawn'

/** An article that was published, and whose writer may have meant to keep it back. */
export interface WithheldRow {
  readonly file: WrittenFile
  /** What lies beside it and speaks of it. */
  readonly beside?: readonly WrittenFile[]
  /** What the build of today makes of it. Where a new rule finds the wish, it becomes `stop` or `error`. */
  readonly outcome: Outcome
}
