import { CURRENT_VERSION } from '../../ledger/candidate.ts'
import { findSettings, type SettingsSearch } from './find-settings.ts'

/**
 * How the settings of an article are found and understood. A rule that changes gets another number, and the rules before
 * it stay: an article that readers know keeps the id, address and dates that it had by the rules of its time.
 */
export interface ReadingRules {
  readonly version: number
  readonly find: (text: string) => SettingsSearch
  /** Whether keys know no case. */
  readonly isCaseless: boolean
  /** Whether all that keeps an article back does so; by the first rules only `draft` and `published: false` did. */
  readonly heedsWishes: boolean
  /** Whether an article may lead to another page. */
  readonly knowsLinks: boolean
}

/** Front matter began in the first line, keys were as we spell them, and nothing else kept an article back. */
export const FIRST_RULES: ReadingRules = {
  version: 1,
  find: (text) => (beginsWithFence(text) ? findSettings(text) : { kind: 'none' }),
  isCaseless: false,
  heedsWishes: false,
  knowsLinks: false,
}

/** Front matter was found where it is now, and `link` was a key that nobody knew. */
const SECOND_RULES: ReadingRules = {
  version: 2,
  find: findSettings,
  isCaseless: true,
  heedsWishes: true,
  knowsLinks: false,
}

/** Those of earlier versions. */
export const EARLIER_RULES: readonly ReadingRules[] = [FIRST_RULES, SECOND_RULES]

/** Those that every new article is read by. */
export const CURRENT_RULES: ReadingRules = {
  version: CURRENT_VERSION,
  find: findSettings,
  isCaseless: true,
  heedsWishes: true,
  knowsLinks: true,
}

/** Whether a text has a fence in its first line: there, all rules find the same. */
export function beginsWithFence(text: string): boolean {
  return /^(?:---[A-Za-z]*|\+\+\+)[ \t]*(?:\n|$)/.test(text)
}
