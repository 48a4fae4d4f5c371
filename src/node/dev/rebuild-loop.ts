import { printError } from '../cli/print.ts'

/** How long to wait after a change. Editors save a file in several steps. */
const SETTLE_MILLISECONDS = 50

/** Builds on request, one build at a time. All requests during a build cause one more build after it. */
export class RebuildLoop {
  readonly #build: () => Promise<boolean>
  readonly #onFailed: () => void
  #timer: NodeJS.Timeout | undefined
  #isWanted = false
  #isRunning = false

  /**
   * `build` resolves to whether it succeeded. If it rejects, the error is printed. In both cases the loop calls `onFailed`
   * and continues.
   */
  constructor(build: () => Promise<boolean>, onFailed: () => void = () => {}) {
    this.#build = build
    this.#onFailed = onFailed
  }

  /** Requests a build. It starts soon. */
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
