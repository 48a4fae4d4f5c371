import { boundMarks } from './bound-marks.ts'

declare const termSlugBrand: unique symbol

/** The name of a tag, author, section or language in URLs: lower-case letters and digits of any script, and hyphens. */
export type TermSlug = string & { readonly [termSlugBrand]: true }

/** Signs that distinguish words although they are not letters: C, C++ and C# are three languages. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['+', 'plus'],
  ['#', 'sharp'],
  ['&', 'and'],
  ['@', 'at'],
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
])

/**
 * Makes the URL name of a tag, author or section. Spellings that differ only in case, in the accents of Latin letters,
 * in white space or in punctuation have the same name; all others have different names. So different terms never
 * collide, and no term's name depends on other terms.
 */
export function termSlug(name: string): TermSlug {
  const known = SLUGS.get(name) ?? makeSlug(name)
  SLUGS.set(name, known)
  return known
}

/** Cached, because every article names its terms again, and there are few of them. */
const SLUGS = new Map<string, TermSlug>()

function makeSlug(name: string): TermSlug {
  const parts = [...boundMarks(name).normalize('NFKD').toLowerCase().normalize('NFKD')].map((character) => {
    // A combining mark belongs to the letter before it. In all scripts but Latin it distinguishes letters.
    if (/\p{M}/u.test(character)) return character
    if (/[\p{L}\p{N}]/u.test(character)) return character
    if (/[\s\p{P}\p{Z}]/u.test(character) && !WORDS.has(character)) return '-'
    return `-${WORDS.get(character) ?? `u${(character.codePointAt(0) ?? 0).toString(16)}`}-`
  })
  const slug = parts
    .join('')
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replaceAll(/-+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .normalize('NFC')
  return (slug === '' ? 'u' : slug) as TermSlug
}
