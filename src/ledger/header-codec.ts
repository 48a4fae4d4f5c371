import { z } from 'zod'
import { compareText } from '../model/compare-text.ts'
import { FIRST_INSTANT, formatRfc3339, laterOf } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import { momentSchema, renderLine } from './entry-codec.ts'

/** The properties of the site in a ledger. */
export type LedgerHeader = Omit<Ledger, 'terms' | 'entries'>

/** Characters: a host has at most 253 (RFC 1035 §2.3.4), a usable address 2,048, and no feed has a longer title. */
const MOST = { host: 253, url: 2048, title: 10_000, language: 100 }

/** Parses the line of the feed. The issues of the schema say what is wrong with it. */
export const headerSchema = z
  .strictObject({
    authority: z.string().refine((text) => text.length <= MOST.host && /^[a-z\d.-]+$/.test(text), {
      error: 'expected a host, as example.org',
    }),
    year: z.int({ error: 'expected a year, as 2026' }).min(1).max(9999),
    url: z.string().refine((text) => text.length <= MOST.url && isSiteUrl(text), {
      error: 'expected an address, as https://example.org',
    }),
    title: z.string().max(MOST.title, { error: `expected a title of at most ${MOST.title} characters` }),
    language: z.string().refine((text) => text !== '' && text.length <= MOST.language, {
      error: 'expected a language, as en',
    }),
    rules: z.int({ error: 'expected a whole number' }).min(2).max(1000).optional(),
    changed: momentSchema.optional(),
    site: z
      .string()
      .regex(/^[\da-f]{16}$/, { error: 'expected 16 hexadecimal digits' })
      .optional(),
  })
  .transform(
    ({ authority, year, rules, changed, site, ...feed }): LedgerHeader => ({
      ...{ authority, year, feed },
      ...(rules !== undefined && { rules }),
      ...(changed !== undefined && { changed }),
      ...(site !== undefined && { site }),
    }),
  )

/** The line of the feed, as JSON. */
export function renderHeader({ authority, year, feed, rules, changed, site }: LedgerHeader): string {
  const { url, title, language } = feed
  return renderLine({
    ...{ authority, year, url, title, language },
    ...(rules !== undefined && { rules }),
    ...(changed !== undefined && { changed: formatRfc3339(changed) }),
    ...(site !== undefined && { site }),
  })
}

/**
 * Merges the headers of two ledgers. Commutative, associative and idempotent. The ledger began in the earlier of the two
 * years, and changed at the later of the two moments. The feed's properties are those of the header that changed later; if
 * both changed at once, their text decides.
 */
export function mergeHeaders(a: LedgerHeader, b: LedgerHeader): LedgerHeader {
  const first = a.year - b.year || compareText(a.authority, b.authority)
  const { authority, year } = first <= 0 ? a : b
  const [since, other] = [a.changed ?? FIRST_INSTANT - 1, b.changed ?? FIRST_INSTANT - 1]
  const order = since - other || compareText(renderSite(b), renderSite(a))
  const { feed, site } = order >= 0 ? a : b
  const changes = [a.changed, b.changed].filter((moment) => moment !== undefined)
  // Entries that a branch read by older rules must be read again.
  const rules = Math.min(a.rules ?? 1, b.rules ?? 1)
  return {
    ...{ authority, year, feed },
    ...(rules > 1 && { rules }),
    ...(changes.length > 0 && { changed: changes.reduce(laterOf) }),
    ...(site !== undefined && { site }),
  }
}

function renderSite({ feed: { url, title, language }, site = '' }: LedgerHeader): string {
  return renderLine([url, title, language, site])
}

function isSiteUrl(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && !text.endsWith('/')
}
