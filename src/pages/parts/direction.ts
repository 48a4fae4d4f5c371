import { html } from 'hono/html'
import type { Markup } from './markup.ts'

/** Primary subtags of languages that are written from right to left if the tag names no script. */
const LOCALES = new Set([
  ...[
    'ar',
    'arc',
    'azb',
    'bal',
    'bgn',
    'bqi',
    'ckb',
    'dv',
    'fa',
    'glk',
    'he',
    'iw',
    'ji',
    'khw',
    'ks',
    'lrc',
  ],
  ...['luz', 'mzn', 'nqo', 'pnb', 'prs', 'ps', 'rhg', 'sd', 'sdh', 'skr', 'syr', 'ug', 'ur', 'yi'],
])

/** Scripts that are written from right to left, by their ISO 15924 codes. */
const SCRIPTS = new Set([
  ...['adlm', 'arab', 'aran', 'hebr', 'mand', 'mend', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa', 'yezi'],
])

/** Returns the direction of a BCP 47 tag. A script in the tag decides: `az-Arab` and `az-Latn` have different directions. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-')
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag))
  const isRightToLeft = script === undefined ? LOCALES.has(primary) : SCRIPTS.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}

/** Returns the language attributes of an element inside an element of another language. Empty if both are the same. */
export function languageAttributes(language: string, around: string): Markup | string {
  return language === around ? '' : html` lang="${language}" dir="${directionOf(language)}"`
}
