import type { Representation } from '../model/resource.ts'

/** Of how many representations headers are kept: more than are asked for all the time, and a megabyte at most. */
const MOST_REPRESENTATIONS = 200

/**
 * The headers of answers that are the same whoever asks and whenever: made for the first one, given to those that follow.
 * Most of what an answer from memory costs is to make them.
 */
export class PreparedHeaders {
  readonly #prepared = new Map<Representation, Map<string, Headers>>()

  /** The headers of one kind of answer with a representation, which nobody may change. */
  get(representation: Representation, kind: string, make: () => Headers): Headers {
    const known = this.#prepared.get(representation)?.get(kind)
    if (known !== undefined) return known
    // Whoever asks for everything once pushes out what is asked for often, which is then made once more.
    if (this.#prepared.size >= MOST_REPRESENTATIONS) this.#prepared.clear()
    const made = make()
    const kinds = this.#prepared.get(representation) ?? new Map<string, Headers>()
    this.#prepared.set(representation, kinds.set(kind, made))
    return made
  }
}
