import { z } from 'zod'
import { compareText } from '../model/compare-text.ts'
import type { Ledger } from '../model/ledger.ts'
import { renderLine } from './entry-codec.ts'

/** What a ledger says of the site. */
export type LedgerHeader = Omit<Ledger, 'slices' | 'entries'>

/** Reads the line of the feed. What is wrong with it is told in the issues of the schema. */
export const headerSchema = z
  .strictObject({
    authority: z.string().regex(/^[a-z\d.-]+$/, { error: 'expected a host, as example.org' }),
    year: z.int({ error: 'expected a year, as 2026' }).min(1).max(9999),
    url: z.string().refine(isSiteUrl, { error: 'expected an address, as https://example.org' }),
    title: z.string(),
    language: z.string().min(1),
  })
  .transform(
    ({ authority, year, ...feed }): LedgerHeader => ({
      authority,
      year,
      feed,
    }),
  )

/** The line of the feed, as JSON. */
export function renderHeader({ authority, year, feed: { url, title, language } }: LedgerHeader): string {
  return renderLine({ authority, year, url, title, language })
}

/**
 * One header of two that a merge of two branches has left. Commutative, associative and idempotent. The ledger began at
 * the earlier of two years; of what the feed says of itself no line tells when it said so, so their text decides, and
 * the next build writes what it says by then.
 */
export function mergeHeaders(a: LedgerHeader, b: LedgerHeader): LedgerHeader {
  const first = a.year - b.year || compareText(a.authority, b.authority)
  const { authority, year } = first <= 0 ? a : b
  const { feed } = compareText(renderLine(renderFeed(a)), renderLine(renderFeed(b))) <= 0 ? a : b
  return { authority, year, feed }
}

function renderFeed({ feed: { url, title, language } }: LedgerHeader): readonly string[] {
  return [url, title, language]
}

function isSiteUrl(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && !text.endsWith('/')
}
