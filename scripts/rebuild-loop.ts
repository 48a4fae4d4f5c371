/** How long to wait after a change before building: editors save a file in several steps. */
const SETTLE_MILLISECONDS = 50

/** Builds when asked to, one build at a time; what is asked for during a build is one more build after it. */
export class RebuildLoop {
  readonly #build: () => Promise<void>
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()

  /** A build that rejects is told of and changes nothing: the loop goes on with the next request. */
  constructor(build: () => Promise<void>) {
    this.#build = build
  }

  /** Asks for a build soon. */
  request(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#run())
    }, SETTLE_MILLISECONDS)
  }

  async #run(): Promise<void> {
    try {
      await this.#build()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
}
