import type { Candidate } from '../ledger/candidate.ts'
import type { Seed } from '../model/seed.ts'
import { candidateOf } from './candidate-of.ts'
import { type ParsedSeed, parseSeed, type SeedContext } from './parse-seed.ts'
import { readingFile } from './reading-file.ts'
import { MOST_TEXT_BYTES } from './seed-size.ts'
import { tellTooLarge } from './tell-too-large.ts'

/** A seed that was read, and what the ledger finds it again by. */
export interface ReadManuscript extends ParsedSeed {
  readonly path: string
  /** There where the manuscript is. */
  readonly candidate?: Candidate
}

/** Reads one seed as far as it can be read alone: all that depends on no other. */
export function readManuscript(seed: Seed, context: SeedContext): ReadManuscript {
  const { path } = seed
  return readingFile(seed, () => {
    const tooLarge = tellTooLarge(seed, MOST_TEXT_BYTES, 'Part it into several articles.')
    if (tooLarge) return { path, isDraft: false, problems: [tooLarge] }
    const outcome = parseSeed(seed, context)
    const { manuscript } = outcome
    return { path, ...outcome, ...(manuscript && { candidate: candidateOf(manuscript, context.digest) }) }
  })
}
