import { SingleBar } from 'cli-progress'
import { printError } from '../cli/print.ts'
import { renderBytes } from '../cli/render-summary.ts'

/** Shows how many packs are stored. */
export interface TransferProgress {
  /** Adds packs that are stored now. */
  add(packs: number, bytes: number): void
  stop(): void
}

/**
 * Shows the progress of a transfer of packs on the standard error stream: on a terminal a bar with count, bytes and rate,
 * elsewhere a line after each batch.
 */
export function startTransfer(packs: number, bytes: number): TransferProgress {
  const stream = process.stderr
  const begun = performance.now()
  const done = { packs: 0, bytes: 0 }
  const render = (): string => {
    const rate = (done.bytes / Math.max(1, performance.now() - begun)) * 1000
    return `${done.packs} of ${packs} packs stored, ${renderBytes(done.bytes)} of ${renderBytes(bytes)}, ${renderBytes(rate)} a second`
  }
  const bar = stream.isTTY
    ? new SingleBar({ format: '{bar} {text}', stream, clearOnComplete: true, hideCursor: true })
    : undefined
  bar?.start(packs, 0, { text: render() })
  return {
    add: (morePacks, moreBytes) => {
      done.packs += morePacks
      done.bytes += moreBytes
      if (bar) bar.update(done.packs, { text: render() })
      else printError(render())
    },
    stop: () => bar?.stop(),
  }
}
