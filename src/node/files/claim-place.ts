import { rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../cli/command-line.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/** A writer holds a claim only for a moment, because its files are already written beside the target. */
const PATIENCE_MILLISECONDS = 10_000
const PAUSE_MILLISECONDS = 20

/** The right to be the only writer of a target. */
export interface Claim {
  readonly release: () => Promise<void>
}

/**
 * Claims a target. `told` names it in messages. Each process first writes a file of its own beside the target, and then
 * looks for files of others. So if two processes claim at once, at least one of them sees the other, and never do both
 * succeed. A process that sees an earlier name gives up at once, so that one of them succeeds. For later names it waits a
 * while. Throws a UsageError that names the other process, or the errors of the system.
 */
export async function claimPlace(place: string, told: string): Promise<Claim> {
  const own = ownPath(place, 'claim')
  const release = () => rm(own, { force: true })
  await writeFile(own, '')
  try {
    const patience = Date.now() + PATIENCE_MILLISECONDS
    for (;;) {
      const others = (await listOwnFiles(place, 'claim')).filter(({ path }) => path !== own)
      const [other] = others
      if (other === undefined) return { release }
      if (others.some(({ path }) => path < own) || Date.now() > patience) {
        throw new UsageError(renderCollision(told, other.process))
      }
      await setTimeout(PAUSE_MILLISECONDS)
    }
  } catch (cause) {
    await release()
    throw cause
  }
}

function renderCollision(told: string, id: number): string {
  const another = 'Another build writes to'
  return `${another} ${told} at the same time, or a deployment reads it: process ${id}. Build again once that has ended`
}
