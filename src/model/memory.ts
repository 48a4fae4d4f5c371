/** How much a `Memory` may come to. */
export interface MemoryBounds {
  /** Of how many keys it remembers something. */
  readonly most: number
  /** How long a key may be of which it does. */
  readonly mostCharacters: number
}

/**
 * Remembers what was made of a key, up to so many keys. A key more, and it forgets all of them: what is asked for often is
 * made once more, and whoever asks for everything once cannot fill the memory. Of a long key nothing is remembered, so that
 * nobody can fill it with a few either.
 */
export class Memory<Value> {
  readonly #bounds: MemoryBounds
  readonly #made = new Map<string, Value>()

  constructor(bounds: MemoryBounds) {
    this.#bounds = bounds
  }

  /** What was made of the key before, or what `make` makes of it now. */
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
