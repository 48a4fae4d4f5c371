import { html } from 'hono/html'
import type { Markup } from './markup.ts'

/** The languages that are written from right to left, by primary subtag, where no script is told. */
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

/** The scripts that are, by their codes of ISO 15924. */
const SCRIPTS = new Set([
  ...['adlm', 'arab', 'aran', 'hebr', 'mand', 'mend', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa', 'yezi'],
])

/** Which way a BCP 47 tag is written. A script that it tells decides: `az-Arab` and `az-Latn` go different ways. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-')
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag))
  const isRightToLeft = script === undefined ? LOCALES.has(primary) : SCRIPTS.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}

/** The attributes of an element in one language within another: none where the two are the same. */
export function languageAttributes(language: string, around: string): Markup | string {
  return language === around ? '' : html` lang="${language}" dir="${directionOf(language)}"`
}
