/**
 * Work that simultaneous requests share. The first request does the work, and the others wait for its result. If the
 * work fails, or never settles because its client has gone away, the waiting requests share one second attempt. So the
 * work is done at most twice.
 */
export class SharedWork<Key, Result extends object> {
  readonly #milliseconds: number
  readonly #underWay = new Map<Key, Promise<Result>>()

  /** Takes the longest time, in milliseconds, that one request waits for another. */
  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  /**
   * Does the work of a key, or waits for the same work of another request. Rejects if both attempts fail or take too
   * long.
   */
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

/** Settles like the promise, or rejects after the given milliseconds. */
export async function withDeadline<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: deadline, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}
