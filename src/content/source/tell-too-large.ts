import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { seedSize } from './seed-size.ts'

/** What is wrong with a text that has more bytes than are read, and how to mend it; undefined where it has not. */
export function tellTooLarge(seed: Seed, most: number, mend: string): Problem | undefined {
  const size = seedSize(seed)
  if (size <= most) return undefined
  const message = `The file has ${size} bytes; at most ${most} are read. ${mend}`
  return { severity: 'error', path: seed.path, line: 1, column: 1, message }
}

/** How a ledger is brought back, from wherever it is read. */
export const MEND_LEDGER = 'Restore ledger.json from version control.'
