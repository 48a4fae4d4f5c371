import type { Instant } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Site } from '../model/site.ts'
import type { LedgerBasis } from './identify.ts'
import { isPlaceholderUrl } from './placeholder-host.ts'

/** An empty ledger with the host and the year in which it begins. */
export function beginLedger({ authority }: Pick<Site, 'authority'>, at: Instant): LedgerBasis {
  return { authority, year: new Date(at).getUTCFullYear(), terms: [], entries: [] }
}

/**
 * Whether the site with these addresses must follow a ledger. A ledger that was written under a placeholder address
 * binds only the site that still has that address: no subscriber can have followed it to another.
 */
export function isBinding({ feed }: Pick<Ledger, 'feed'>, urls: readonly string[]): boolean {
  return !isPlaceholderUrl(feed.url) || urls.includes(feed.url)
}
