/** The bounds of a `Memory`. */
export interface MemoryBounds {
  /** The most keys. */
  readonly most: number
  /** The longest key, in characters. */
  readonly mostCharacters: number
}

/**
 * Remembers the value of each key, up to a number of keys. One more key, and it forgets all of them: a frequent key is
 * made once more, and a client that requests everything once cannot fill the memory. A long key is not remembered, so
 * that a few keys cannot fill it either.
 */
export class Memory<Value> {
  readonly #bounds: MemoryBounds
  readonly #made = new Map<string, Value>()

  constructor(bounds: MemoryBounds) {
    this.#bounds = bounds
  }

  /** The value of the key: remembered, or made now by `make`. */
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
