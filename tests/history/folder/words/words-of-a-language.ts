/** What sentences of one language are made of. Every subject goes with every predicate and every closing. */
export interface WordsOfALanguage {
  readonly subjects: readonly string[]
  readonly predicates: readonly string[]
  readonly closings: readonly string[]
  /** A sentence with `{s}`, `{p}` and `{c}` where these three stand. */
  readonly sentence: string
  /** A title with `{s}` and `{p}`. */
  readonly title: string
  /** A word that articles are filed under. */
  readonly tags: readonly string[]
}
