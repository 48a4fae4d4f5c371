/** What time it is at Cloudflare: as here, unless the test moves it on. No two moments that it tells are the same. */
export class Clock {
  #offsetMilliseconds = 0
  #last = 0

  /** Moves it on. */
  advance(milliseconds: number): void {
    this.#offsetMilliseconds += milliseconds
  }

  /** The moment, as the API writes it. */
  tell(): string {
    this.#last = Math.max(Date.now() + this.#offsetMilliseconds, this.#last + 1)
    return new Date(this.#last).toISOString()
  }
}
