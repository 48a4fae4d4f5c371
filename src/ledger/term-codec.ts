import { z } from 'zod'
import { termStem } from '../model/addresses.ts'
import { compareText } from '../model/compare-text.ts'
import { compareTerms, type Term } from '../model/term.ts'
import { type TermSlug, termSlug } from '../model/term-slug.ts'
import { renderLine } from './entry-codec.ts'

/** Characters: more than anybody calls a tag, and than an address may have. */
const MOST_NAME = 10_000
const MOST_SLUG = 2000

/** Reads the line of a term. What is wrong with it is told in the issues of the schema. */
export const termSchema = z
  .strictObject({
    kind: z.enum(['tag', 'author', 'section', 'language'], {
      error: 'expected tag, author, section or language',
    }),
    slug: z.string().refine((text): text is TermSlug => text.length <= MOST_SLUG && text === termSlug(text), {
      error: `expected a name for an address, of at most ${MOST_SLUG} characters, as my-tag`,
    }),
    name: z.string().refine((text) => text !== '' && text.length <= MOST_NAME, {
      error: `expected a name of at most ${MOST_NAME} characters`,
    }),
  })
  .transform((written): Term => written)

/** The line of a term, as JSON. */
export function renderTerm({ kind, slug, name }: Term): string {
  return renderLine({ kind, slug, name })
}

/** Slices, each once and in their order; of two names for one, the same whatever the order they came in. */
export function mergeTerms(terms: Iterable<Term>): Term[] {
  const byStem = new Map<string, Term>()
  for (const term of terms) {
    const known = byStem.get(termStem(term))
    if (known === undefined || compareText(term.name, known.name) < 0) byStem.set(termStem(term), term)
  }
  return [...byStem.values()].sort(compareTerms)
}
