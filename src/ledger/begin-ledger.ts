import type { Instant } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Site } from '../model/site.ts'
import type { LedgerBasis } from './identify.ts'
import { isPlaceholderUrl } from './placeholder-host.ts'

/** A ledger of which nothing is known but where and when it begins. */
export function beginLedger({ authority }: Pick<Site, 'authority'>, at: Instant): LedgerBasis {
  return { authority, year: new Date(at).getUTCFullYear(), terms: [], entries: [] }
}

/**
 * Whether a site with these addresses is bound by what a ledger says. One that was kept under an address that only stood
 * for another binds only the site that still has it: no subscriber can have followed that to any other.
 */
export function isBinding({ feed }: Pick<Ledger, 'feed'>, urls: readonly string[]): boolean {
  return !isPlaceholderUrl(feed.url) || urls.includes(feed.url)
}
