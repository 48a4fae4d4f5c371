import { rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../cli/command-line.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/** Whoever writes has everything written beside its place already, and needs a moment to put it there. */
const PATIENCE_MILLISECONDS = 10_000
const PAUSE_MILLISECONDS = 20

/** The right to be alone in writing at a place. */
export interface Claim {
  readonly release: () => Promise<void>
}

/**
 * Claims a place; `told` is what it is called in messages. Each process has a file of its own beside the place and then
 * looks for those of others: of two that come at once at least one sees the other, so never do both have the place. Who
 * sees an earlier name gives way at once, so that one of several goes on; it waits for the others a while. Throws a
 * UsageError that names the other process where that has the place, and what the system throws.
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
