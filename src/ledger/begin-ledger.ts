import type { Instant } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Site } from '../model/site.ts'
import type { LedgerBasis } from './identify.ts'
import { isPlaceholderUrl } from './placeholder-host.ts'

/** A ledger of which nothing is known but where and when it begins. */
export function beginLedger({ authority }: Pick<Site, 'authority'>, at: Instant): LedgerBasis {
  return { authority, year: new Date(at).getUTCFullYear(), slices: [], entries: [] }
}

/**
 * Whether a site is bound by what a ledger says. One that was kept while the site's address only stood for another binds
 * nobody once there is a real one: no subscriber can have followed it.
 */
export function isBinding({ feed }: Pick<Ledger, 'feed'>, { url }: Pick<Site, 'url'>): boolean {
  return !isPlaceholderUrl(feed.url) || isPlaceholderUrl(url)
}
