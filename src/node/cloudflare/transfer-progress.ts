import { SingleBar } from 'cli-progress'
import { printError } from '../cli/print.ts'
import { renderBytes } from '../cli/render-summary.ts'

/** Tells how packs are transferred. */
export interface TransferProgress {
  /** So many more are. */
  add(packs: number, bytes: number): void
  stop(): void
}

/**
 * Tells how a transfer of packs goes on, on the standard error stream: as a bar with count, bytes and rate on a terminal, as
 * a line a batch elsewhere.
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
