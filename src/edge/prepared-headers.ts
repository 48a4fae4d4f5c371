import type { Representation } from '../model/resource.ts'
import { Memory } from './memory.ts'

/** Of how many representations headers are kept: more than are asked for all the time, and a megabyte at most. */
const MOST_REPRESENTATIONS = 200
const MOST_KINDS = 8

/**
 * The headers of answers that are the same whoever asks and whenever: made for the first one, given to those that follow.
 * Most of what an answer from memory costs is to make them.
 */
export class PreparedHeaders {
  readonly #prepared = new Memory<Representation, Memory<string, Headers>>(MOST_REPRESENTATIONS)

  /** The headers of one kind of answer with a representation, which nobody may change. */
  get(representation: Representation, kind: string, make: () => Headers): Headers {
    return this.#prepared.recall(representation, () => new Memory(MOST_KINDS)).recall(kind, make)
  }
}
