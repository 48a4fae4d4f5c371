import { z } from 'zod'
import { termStem } from '../model/addresses.ts'
import { compareText } from '../model/compare-text.ts'
import { compareTerms, type Term } from '../model/term.ts'
import { type TermSlug, termSlug } from '../model/term-slug.ts'
import { renderLine } from './entry-codec.ts'

/** Characters. No name and no address of a tag is longer. */
const MOST_NAME = 10_000
const MOST_SLUG = 2000

/** Parses the line of a term. The issues of the schema say what is wrong with it. */
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

/**
 * Merges terms: each once, in a fixed order. If a term has two names, the result does not depend on the order of the lines.
 */
export function mergeTerms(terms: Iterable<Term>): Term[] {
  const byStem = new Map<string, Term>()
  for (const term of terms) {
    const known = byStem.get(termStem(term))
    if (known === undefined || compareText(term.name, known.name) < 0) byStem.set(termStem(term), term)
  }
  return [...byStem.values()].sort(compareTerms)
}
