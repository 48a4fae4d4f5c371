import { z } from 'zod'
import { type ArticleId, isSlug, type Slug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import { ILLEGAL_CHARACTERS } from '../model/escape.ts'
import { formatRfc3339, instant } from '../model/instant.ts'
import type { KeptFacts, LedgerEntry } from '../model/ledger.ts'
import { isFeedId } from './article-id.ts'

/** Characters. No publishable article has a longer id, slug, path or link. */
const MOST_ID = 10_000
const MOST_SLUG = 2000
const MOST_PATH = 10_000
const MOST_LINK = 2_000_000

const id = z.string().refine((text): text is ArticleId => text.length <= MOST_ID && isFeedId(text), {
  error: `expected an id of at most ${MOST_ID} characters, as tag:example.org,2026:my-first-article`,
})
const slug = z.string().refine((text): text is Slug => text.length <= MOST_SLUG && isSlug(text), {
  error: `expected a slug of at most ${MOST_SLUG} characters, as my-first-article`,
})
/** Parses a moment. */
export const momentSchema = z
  .string()
  .refine(isMoment, { error: 'expected a moment, as 2026-02-28T11:00:00.000Z' })
  .transform((text) => instant(Date.parse(text)))

const keptSchema = z.strictObject({
  id: id.optional(),
  slug: slug.optional(),
  date: momentSchema.optional(),
  updated: momentSchema.optional(),
  link: z.string().max(MOST_LINK).optional(),
})

/** The written form of an entry. An unknown key is a mistake, or belongs to a newer format. */
const writtenEntry = z.strictObject({
  id,
  slug,
  former: z.array(slug).optional(),
  path: z.string().refine((text) => text !== '' && text.length <= MOST_PATH, {
    error: `expected the path of a file, of at most ${MOST_PATH} characters`,
  }),
  published: momentSchema,
  number: z
    .int({ error: 'expected a whole number' })
    .min(1, { error: 'expected a number from 1 on' })
    .optional(),
  dated: momentSchema.optional(),
  expires: momentSchema.optional(),
  feed: z.literal(false, { error: 'expected false, or nothing' }).optional(),
  digest: z.string().regex(/^[\da-f]{32}$/, { error: 'expected 32 hexadecimal digits' }),
  text: z
    .string()
    .regex(/^[\da-f]{16}$/, { error: 'expected 16 hexadecimal digits' })
    .optional(),
  rules: z.int({ error: 'expected a whole number' }).min(2).max(1000).optional(),
  kept: keptSchema.optional(),
  updated: momentSchema,
  told: momentSchema.optional(),
  changed: momentSchema,
  withdrawn: momentSchema.optional(),
})

/** Parses an entry. The issues of the schema say what is wrong with it. */
export const entrySchema = writtenEntry.transform((written): LedgerEntry => {
  const { former = [], number, dated, expires, feed, text, rules, kept, told, withdrawn, ...rest } = written
  return {
    ...rest,
    formerSlugs: [...new Set(former)].filter((name) => name !== rest.slug).sort(compareText),
    inFeeds: feed ?? true,
    ...(number !== undefined && { number }),
    ...(text !== undefined && { text }),
    ...(rules !== undefined && { rules }),
    ...(kept !== undefined && { kept: keptFacts(kept) }),
    ...(dated !== undefined && dated !== rest.published && { dated }),
    ...(expires !== undefined && { expires }),
    ...(told !== undefined && told !== rest.updated && { told }),
    ...(withdrawn !== undefined && { withdrawn }),
  }
})

/** Renders an entry as one line of JSON: the keys that have a value, always in the same order. */
export function renderEntry(entry: LedgerEntry): string {
  const { formerSlugs, number, dated, expires, told, withdrawn } = entry
  return renderLine({
    id: entry.id,
    slug: entry.slug,
    ...(formerSlugs.length > 0 && { former: formerSlugs }),
    path: entry.path,
    published: formatRfc3339(entry.published),
    ...(number !== undefined && { number }),
    ...(dated !== undefined && { dated: formatRfc3339(dated) }),
    ...(expires !== undefined && { expires: formatRfc3339(expires) }),
    ...(!entry.inFeeds && { feed: false }),
    digest: entry.digest,
    ...(entry.text !== undefined && { text: entry.text }),
    ...(entry.rules !== undefined && { rules: entry.rules }),
    ...(entry.kept !== undefined && { kept: renderKept(entry.kept) }),
    updated: formatRfc3339(entry.updated),
    ...(told !== undefined && { told: formatRfc3339(told) }),
    changed: formatRfc3339(entry.changed),
    ...(withdrawn !== undefined && { withdrawn: formatRfc3339(withdrawn) }),
  })
}

function keptFacts({ id, slug, date, updated, link }: z.output<typeof keptSchema>): KeptFacts {
  return {
    ...(id !== undefined && { id }),
    ...(slug !== undefined && { slug }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(link !== undefined && { link }),
  }
}

function renderKept({ id, slug, date, updated, link }: KeptFacts): Readonly<Record<string, string>> {
  return {
    ...(id !== undefined && { id }),
    ...(slug !== undefined && { slug }),
    ...(date !== undefined && { date: formatRfc3339(date) }),
    ...(updated !== undefined && { updated: formatRfc3339(updated) }),
    ...(link !== undefined && { link }),
  }
}

/**
 * Renders JSON in one line, in NFC and without characters that are illegal in XML, so that reading a seed changes nothing
 * in it. An id from another tool may not be in NFC, and keeps its form.
 */
export function renderLine(value: unknown): string {
  const spell = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const line = JSON.stringify(value).replaceAll(ILLEGAL_CHARACTERS, spell)
  return line.normalize('NFC') === line ? line : line.replaceAll(/[\u0080-\uFFFF]/g, spell)
}

/** Whether a text is a moment in its only notation. With one notation, equal moments have equal texts. */
function isMoment(text: string): boolean {
  try {
    return formatRfc3339(instant(Date.parse(text))) === text
  } catch {
    // Outside of the range of dates.
    return false
  }
}
