/**
 * Remembers what was made of a key, up to so many keys. A key more, and it forgets all of them: what is asked for often is
 * made once more, and whoever asks for everything once cannot fill the memory.
 */
export class Memory<Key, Value> {
  readonly #most: number
  readonly #made = new Map<Key, Value>()

  constructor(most: number) {
    this.#most = most
  }

  /** What was made of the key before, or what `make` makes of it now. */
  recall(key: Key, make: () => Value): Value {
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const made = make()
    if (this.#made.size >= this.#most) this.#made.clear()
    this.#made.set(key, made)
    return made
  }
}
