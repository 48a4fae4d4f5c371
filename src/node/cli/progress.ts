import { SingleBar } from 'cli-progress'
import { printError } from './print.ts'

/** Fewer than this are done before anybody could read of them. */
const WORTH_TELLING = 500

/** How many lines tell of a long work where there is no terminal. */
const LINES = 10

/** Counts what is done of a long work. */
export interface Progress {
  /** One more is done. */
  step(): void
  /** All is done, or nothing more will be. */
  stop(): void
}

/**
 * Tells how a work of `total` steps goes on, on the standard error stream: as a bar with count and rate on a terminal, as
 * plain lines elsewhere; not at all where the work is short. `what` names the steps: `articles read`.
 */
export function startProgress(what: string, total: number): Progress {
  const stream = process.stderr
  if (total < WORTH_TELLING) return { step: () => {}, stop: () => {} }
  return stream.isTTY ? startBar(what, total, stream) : startLines(what, total)
}

function startBar(what: string, total: number, stream: NodeJS.WriteStream): Progress {
  const format = `{bar} {value} of {total} ${what}, {rate} a second`
  // The work does not pause for timers: each step looks at the clock itself.
  const bar = new SingleBar({
    format,
    stream,
    clearOnComplete: true,
    hideCursor: true,
    noTTYOutput: false,
    fps: 20,
  })
  const begun = performance.now()
  let drawn = begun
  let done = 0
  bar.start(total, 0, { rate: 0 })
  return {
    step: () => {
      done = Math.min(done + 1, total)
      const now = performance.now()
      if (now - drawn < 50 && done < total) return
      drawn = now
      bar.update(done, { rate: Math.round((done / (now - begun)) * 1000) })
      bar.render()
    },
    stop: () => bar.stop(),
  }
}

function startLines(what: string, total: number): Progress {
  const every = Math.ceil(total / LINES)
  let done = 0
  return {
    step: () => {
      // A work may come out a little longer than it was thought to be.
      if (done === total) return
      done += 1
      if (done % every === 0 || done === total) printError(`${done} of ${total} ${what}`)
    },
    stop: () => {},
  }
}
