import type { Manuscript } from '../../src/content/manuscript.ts'
import type { SeedContext } from '../../src/content/parse-seed.ts'
import type { ReadManuscript } from '../../src/content/read-manuscript.ts'
import { parseAgain } from './hand.ts'
import type { ReadFacts, SeedPlace } from './orders.ts'

/** A manuscript of which only the facts are at hand: the rest is read again where somebody asks for it. */
export function thawManuscript(
  { manuscript, ...rest }: ReadFacts,
  place: SeedPlace,
  context: SeedContext,
): ReadManuscript {
  if (manuscript === undefined) return rest
  let known: Manuscript | undefined
  const again = (): Manuscript => {
    known ??= parseAgain(place, context)
    return known
  }
  return {
    ...rest,
    manuscript: {
      ...manuscript,
      get source() {
        return again().source
      },
      get html() {
        return again().html
      },
      locate: (setting, inner) => again().locate(setting, inner),
    },
  }
}
