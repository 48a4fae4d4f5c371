import anyAscii from 'any-ascii'
import { isSlug, type Slug } from '../../model/article.ts'

/** Long enough to be told from others, short enough for an address that is mailed and printed. */
const LENGTH = 80

/**
 * A name for URLs made from a text of any script, of at most 80 characters and cut between words, or undefined where the
 * text has neither letters nor digits. An apostrophe parts words: `l’università` gives `l-universita`.
 */
export function slugify(text: string): Slug | undefined {
  const name = anyAscii(text.normalize('NFC').replaceAll(/(?<=\d)[°ºª]/g, ''))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const slug = name.length > LENGTH ? cut(name) : name
  return isSlug(slug) ? slug : undefined
}

/** The whole words that fit, without the articles and prepositions that a cut leaves at the end. */
function cut(name: string): string {
  const end = name.lastIndexOf('-', LENGTH)
  // Scripts that part no words give one long run of letters.
  if (end < LENGTH / 2) return name.slice(0, LENGTH)
  return name.slice(0, end).replace(/(?:-[a-z]{1,3})+$/, '')
}
