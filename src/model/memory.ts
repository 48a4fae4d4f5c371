/** The bounds of a `Memory`. */
export interface MemoryBounds {
  /** The most keys. */
  readonly most: number
  /** The longest key, in characters. */
  readonly mostCharacters: number
}

/**
 * A cache with a bounded number of keys. When it is full it drops all of them: a frequent key is made once more, and a
 * client that requests everything once cannot fill the memory. Long keys are not cached, so that a few keys cannot fill
 * it either.
 */
export class Memory<Value> {
  readonly #bounds: MemoryBounds
  readonly #made = new Map<string, Value>()

  constructor(bounds: MemoryBounds) {
    this.#bounds = bounds
  }

  /** Returns the value of a key from the cache, or makes it with `make`. */
  recall(key: string, make: () => Value): Value {
    if (key.length > this.#bounds.mostCharacters) return make()
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const made = make()
    if (this.#made.size >= this.#bounds.most) this.#made.clear()
    this.#made.set(key, made)
    return made
  }
}
