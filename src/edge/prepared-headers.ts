import { Memory } from '../model/memory.ts'
import type { Representation } from '../model/resource.ts'

/** Of how many representations headers are kept: more than are asked for all the time, and a megabyte at most. */
const MOST_REPRESENTATIONS = 200
const KINDS = { most: 8, mostCharacters: 32 }

/**
 * The headers of answers that are the same whoever asks and whenever: made for the first one, given to those that follow.
 * Most of what an answer from memory costs is to make them. They keep no representation, nor the pack that it is a view
 * of, in memory.
 */
export class PreparedHeaders {
  #prepared = new WeakMap<Representation, Memory<Headers>>()
  #count = 0

  /** The headers of one kind of answer with a representation, which nobody may change. */
  get(representation: Representation, kind: string, make: () => Headers): Headers {
    return (this.#prepared.get(representation) ?? this.#begin(representation)).recall(kind, make)
  }

  /** One representation more than may be, and all are forgotten, as in a `Memory`. */
  #begin(representation: Representation): Memory<Headers> {
    if (this.#count >= MOST_REPRESENTATIONS) {
      this.#prepared = new WeakMap()
      this.#count = 0
    }
    const kinds = new Memory<Headers>(KINDS)
    this.#prepared.set(representation, kinds)
    this.#count += 1
    return kinds
  }
}
