import type { Turn } from './model-site.ts'

/** Never goes on: the process was killed. */
const killed = new Promise<never>(() => undefined)

/** A process that takes its steps when it is told to. */
class Stepper {
  #go: (() => void) | undefined
  #settled: (() => void) | undefined
  isDone = false
  #isKilled = false

  readonly turn: Turn = async () => {
    const waiting = new Promise<void>((go) => {
      this.#go = go
    })
    this.#settled?.()
    await waiting
    if (this.#isKilled) await killed
  }

  /** Begins it, and waits until it waits for its first turn, or has ended. */
  async start(run: (turn: Turn) => Promise<void>): Promise<void> {
    const begun = this.#next()
    run(this.turn).then(
      () => this.#end(),
      (cause: unknown) => {
        this.failure = cause
        this.#end()
      },
    )
    await begun
  }

  failure: unknown

  /** Has it take one step. */
  async step(): Promise<void> {
    const settled = this.#next()
    this.#go?.()
    await settled
  }

  /** Ends it where it is. */
  kill(): void {
    this.#isKilled = true
    this.isDone = true
  }

  #next(): Promise<void> {
    return new Promise((settled) => {
      this.#settled = settled
    })
  }

  #end(): void {
    this.isDone = true
    this.#settled?.()
  }
}

/** Chooses one of so many. */
export type Choose = (among: number) => number

/**
 * Runs some processes to their ends, one step of one of them at a time, each chosen; `mayKill` has one of them be killed where
 * that is chosen. Throws what one of them throws.
 */
export async function runInterleaved(
  runs: readonly ((turn: Turn) => Promise<void>)[],
  choose: Choose,
  mayKill = false,
): Promise<void> {
  const steppers = runs.map(() => new Stepper())
  for (const [index, run] of runs.entries()) await steppers[index]?.start(run)
  let kills = mayKill ? 1 : 0
  for (;;) {
    const open = steppers.filter(({ isDone }) => !isDone)
    if (open.length === 0) break
    const choice = choose(open.length * (kills > 0 ? 2 : 1))
    const chosen = open[choice % open.length]
    if (choice < open.length) await chosen?.step()
    else {
      chosen?.kill()
      kills -= 1
    }
  }
  const failed = steppers.find(({ failure }) => failure !== undefined)
  if (failed) throw failed.failure
}

/** Does something once for each way of choosing in it, in the order of the choices. Gives how many there were. */
export async function inEveryOrder(play: (choose: Choose) => Promise<void>, most: number): Promise<number> {
  let prefix: number[] = []
  for (let rounds = 1; ; rounds++) {
    const taken: { readonly among: number; readonly chosen: number }[] = []
    await play((among) => {
      const chosen = prefix[taken.length] ?? 0
      taken.push({ among, chosen })
      return chosen
    })
    const last = taken.findLastIndex(({ among, chosen }) => chosen + 1 < among)
    if (last === -1) return rounds
    if (rounds >= most) throw new Error(`There are more than ${most} orders`)
    prefix = [...taken.slice(0, last).map(({ chosen }) => chosen), (taken[last]?.chosen ?? 0) + 1]
  }
}
