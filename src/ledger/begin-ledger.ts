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
 * Whether a site must follow a ledger. `urls` are the addresses of the site. A ledger written for a placeholder address
 * binds only a site that still has this address, because it has no subscribers elsewhere.
 */
export function isBinding({ feed }: Pick<Ledger, 'feed'>, urls: readonly string[]): boolean {
  return !isPlaceholderUrl(feed.url) || urls.includes(feed.url)
}
