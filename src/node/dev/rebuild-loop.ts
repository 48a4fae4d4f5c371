import { printError } from '../cli/print.ts'

/** How long to wait after a change before building: editors save a file in several steps. */
const SETTLE_MILLISECONDS = 50

/**
 * Builds when asked to, one build at a time; whatever is asked for during a build, however often, is one more build
 * after it.
 */
export class RebuildLoop {
  readonly #build: () => Promise<boolean>
  readonly #onFailed: () => void
  #timer: NodeJS.Timeout | undefined
  #isWanted = false
  #isRunning = false

  /**
   * `build` resolves to whether it went well; one that rejects is told of. Either way the loop calls `onFailed` and goes
   * on with the next request.
   */
  constructor(build: () => Promise<boolean>, onFailed: () => void = () => {}) {
    this.#build = build
    this.#onFailed = onFailed
  }

  /** Asks for a build soon. */
  request(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#isWanted = true
      void this.#run()
    }, SETTLE_MILLISECONDS)
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    while (this.#isWanted) {
      this.#isWanted = false
      if (!(await this.#tryBuild())) this.#onFailed()
    }
    this.#isRunning = false
  }

  async #tryBuild(): Promise<boolean> {
    try {
      return await this.#build()
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error)
      printError(...told.split('\n'))
      return false
    }
  }
}
