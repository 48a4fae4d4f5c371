/** One source file of a publication: its path below the folder of articles, and its bytes. */
export interface Seed {
  /** Relative to the folder of articles, with `/` between its parts on every system. */
  readonly path: string
  readonly bytes: Uint8Array
}
