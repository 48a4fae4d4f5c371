import { CURRENT_VERSION } from '../../ledger/candidate.ts'
import { findSettings, type SettingsSearch } from './find-settings.ts'

/**
 * A version of the rules by which an article's settings are found and interpreted. A changed rule gets a new version,
 * and the earlier ones stay: a published article keeps the id, address and dates that the rules of its time gave it.
 */
export interface ReadingRules {
  readonly version: number
  readonly find: (text: string) => SettingsSearch
  /** Whether keys may be written in upper or lower case. */
  readonly isCaseless: boolean
  /** Whether all known ways to withhold an article count. In the first rules only `draft` and `published: false` did. */
  readonly heedsWishes: boolean
  /** Whether an article may link to the page that it is about. */
  readonly knowsLinks: boolean
}

/** Front matter had to begin in the first line, keys had to be spelled exactly, and no other key withheld an article. */
export const FIRST_RULES: ReadingRules = {
  version: 1,
  find: (text) => (beginsWithFence(text) ? findSettings(text) : { kind: 'none' }),
  isCaseless: false,
  heedsWishes: false,
  knowsLinks: false,
}

/** Front matter is found as it is now; `link` was not a known key. */
const SECOND_RULES: ReadingRules = {
  version: 2,
  find: findSettings,
  isCaseless: true,
  heedsWishes: true,
  knowsLinks: false,
}

/** The rules of earlier versions. */
export const EARLIER_RULES: readonly ReadingRules[] = [FIRST_RULES, SECOND_RULES]

/** The rules for new articles. */
export const CURRENT_RULES: ReadingRules = {
  version: CURRENT_VERSION,
  find: findSettings,
  isCaseless: true,
  heedsWishes: true,
  knowsLinks: true,
}

/** Whether a text begins with a fence. Then all rules find the same front matter. */
export function beginsWithFence(text: string): boolean {
  return /^(?:---[A-Za-z]*|\+\+\+)[ \t]*(?:\n|$)/.test(text)
}
