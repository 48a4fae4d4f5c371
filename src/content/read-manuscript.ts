import type { Candidate } from '../ledger/candidate.ts'
import type { Seed } from '../model/seed.ts'
import { candidateOf } from './candidate-of.ts'
import { type ParsedSeed, parseSeed, type SeedContext } from './parse-seed.ts'
import { readingFile } from './reading-file.ts'
import { MOST_TEXT_BYTES } from './seed-size.ts'
import { FIRST_RULES } from './settings/reading-rules.ts'
import { tellTooLarge } from './tell-too-large.ts'

/** A seed that was read, and what the ledger finds it again by. */
export interface ReadManuscript extends ParsedSeed {
  readonly path: string
  /** There where the manuscript is. */
  readonly candidate?: Candidate
  /** Whether the first rules would have published it. */
  readonly wasPublic: boolean
}

/** Reads one seed as far as it can be read alone: all that depends on no other. */
export function readManuscript(file: Seed, context: SeedContext): ReadManuscript {
  const { path } = file
  return readingFile(file, () => {
    // Bytes may be read from the disk whenever they are asked for.
    const seed = 'size' in file ? file : { path, bytes: file.bytes }
    const tooLarge = tellTooLarge(seed, MOST_TEXT_BYTES, 'Part it into several articles.')
    if (tooLarge) return { path, isDraft: false, isReadAnew: false, wasPublic: false, problems: [tooLarge] }
    const outcome = parseSeed(seed, context)
    const { manuscript, isReadAnew, isDraft } = outcome
    const candidate = manuscript && candidateOf(manuscript, context)
    const earlier = isReadAnew ? candidateByFirstRules(seed, context) : candidate
    return {
      path,
      ...outcome,
      wasPublic: isDraft && earlier !== undefined,
      ...(candidate && { candidate: withEarlier(candidate, earlier) }),
    }
  })
}

function candidateByFirstRules(seed: Seed, context: SeedContext): Candidate | undefined {
  const { manuscript } = parseSeed(seed, context, FIRST_RULES)
  return manuscript && candidateOf(manuscript, context)
}

/** The candidate with the one that the first rules made of it, where any mark of the two differs. */
function withEarlier(candidate: Candidate, earlier: Candidate | undefined): Candidate {
  if (earlier === undefined || JSON.stringify(earlier) === JSON.stringify(candidate)) return candidate
  return { ...candidate, earlier }
}
