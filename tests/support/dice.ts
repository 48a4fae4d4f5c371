/** Chance that is the same for the same seed: mulberry32, good enough to choose what a test does next. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A number from 0 up to, not including, 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** Whether something that happens once in so many times happens now. */
  happens(oneIn: number): boolean {
    return this.roll() * oneIn < 1
  }

  /** One of several. Throws a RangeError where there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.roll() * items.length)]
    if (item === undefined) throw new RangeError('There is nothing to pick from')
    return item
  }
}
