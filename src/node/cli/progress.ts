import { createRequire } from 'node:module'
import { printError } from './print.ts'

/** Fewer steps are done before a user could read about them. */
const WORTH_TELLING = 500

const require = createRequire(import.meta.url)

/** How many lines are printed during the work if there is no terminal. */
const LINES = 10

/** Counts the steps of long work. */
export interface Progress {
  /** One more step is done. */
  step(): void
  /** The work has ended. */
  stop(): void
}

/**
 * Shows the progress of work with `total` steps on the standard error stream: on a terminal a bar with count and rate,
 * elsewhere a few lines. Short work shows nothing. `what` names the steps: `articles read`.
 */
export function startProgress(what: string, total: number): Progress {
  const stream = process.stderr
  if (total < WORTH_TELLING) return { step: () => {}, stop: () => {} }
  return stream.isTTY ? startBar(what, total, stream) : startLines(what, total)
}

function startBar(what: string, total: number, stream: NodeJS.WriteStream): Progress {
  // Most builds are short and draw no bar, so they need not load the package.
  const { SingleBar }: typeof import('cli-progress') = require('cli-progress')
  const format = `{bar} {value} of {total} ${what}, {rate} a second`
  // The work does not yield to timers, so each step checks the clock itself.
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
      // There may be a few more steps than expected.
      if (done === total) return
      done += 1
      if (done % every === 0 || done === total) printError(`${done} of ${total} ${what}`)
    },
    stop: () => {},
  }
}
