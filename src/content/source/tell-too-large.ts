import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { seedSize } from './seed-size.ts'

/** Returns the problem of a text with more bytes than are read, with `mend` as the advice. Undefined if it has not. */
export function tellTooLarge(seed: Seed, most: number, mend: string): Problem | undefined {
  const size = seedSize(seed)
  if (size <= most) return undefined
  const message = `The file has ${size} bytes; at most ${most} are read. ${mend}`
  return { severity: 'error', path: seed.path, line: 1, column: 1, message }
}

/** The advice for a ledger that cannot be read. */
export const MEND_LEDGER = 'Restore ledger.json from version control.'
