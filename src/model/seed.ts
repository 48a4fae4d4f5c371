/** One source file of a publication: where it lies below the folder of articles, and what it holds. */
export interface Seed {
  /** Relative to the folder of articles, with `/` between its parts on every system. */
  readonly path: string
  readonly bytes: Uint8Array
}
