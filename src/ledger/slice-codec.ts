import { z } from 'zod'
import { sliceStem } from '../model/addresses.ts'
import { compareText } from '../model/compare-text.ts'
import { compareSlices, type Slice } from '../model/slice.ts'
import { type TermSlug, termSlug } from '../model/term.ts'
import { renderLine } from './entry-codec.ts'

/** Characters: more than anybody calls a tag, and than an address may have. */
const MOST_NAME = 10_000
const MOST_SLUG = 2000

/** Reads the line of a slice. What is wrong with it is told in the issues of the schema. */
export const sliceSchema = z
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
  .transform((written): Slice => written)

/** The line of a slice, as JSON. */
export function renderSlice({ kind, slug, name }: Slice): string {
  return renderLine({ kind, slug, name })
}

/** Slices, each once and in their order; of two names for one, the same whatever the order they came in. */
export function mergeSlices(slices: Iterable<Slice>): Slice[] {
  const byStem = new Map<string, Slice>()
  for (const slice of slices) {
    const known = byStem.get(sliceStem(slice))
    if (known === undefined || compareText(slice.name, known.name) < 0) byStem.set(sliceStem(slice), slice)
  }
  return [...byStem.values()].sort(compareSlices)
}
