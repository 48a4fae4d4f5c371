/**
 * Work that several requests may want done at one time: one does it, and those who come meanwhile wait for what comes of
 * it. Where that fails, or was dropped without a word because its client went away, it is done once more, which all who
 * waited share again: twice at most, however many want it.
 */
export class SharedWork<Key, Result extends object> {
  readonly #milliseconds: number
  readonly #underWay = new Map<Key, Promise<Result>>()

  /** Nobody waits for another for longer than so many milliseconds at a time. */
  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  async share(key: Key, work: () => Promise<Result>): Promise<Result> {
    const others = this.#underWay.get(key)
    if (others !== undefined) {
      const result = await withDeadline(others, this.#milliseconds).catch(() => undefined)
      if (result !== undefined) return result
      if (this.#underWay.get(key) === others) this.#underWay.delete(key)
    }
    const again = this.#underWay.get(key)
    return again === undefined ? this.#begin(key, work) : withDeadline(again, this.#milliseconds)
  }

  #begin(key: Key, work: () => Promise<Result>): Promise<Result> {
    const begun = work().finally(() => {
      if (this.#underWay.get(key) === begun) this.#underWay.delete(key)
    })
    this.#underWay.set(key, begun)
    return begun
  }
}

/** The promise's own outcome, or a rejection when it takes longer than so many milliseconds. */
export async function withDeadline<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: deadline, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}
