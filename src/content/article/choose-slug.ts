import anyAscii from 'any-ascii'
import { isSlug, type Slug, toSlug } from '../../model/article.ts'
import type { Digest } from '../../model/runtime.ts'
import { parseHtml } from '../html/html-tree.ts'
import { firstWords } from '../prose/first-words.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import { titleFromPath } from '../source/article-path.ts'
import { leadParagraphs } from './lead-paragraphs.ts'
import type { ParsedArticle, Report } from './parsed-article.ts'

/** Hexadecimal digits: enough to tell apart the articles of one site that have no name in any script. */
const DIGEST_LENGTH = 8

/** What an article's slug is chosen from. */
export interface SlugSources {
  readonly path: string
  /** Empty where it has none. */
  readonly title: string
  /** The body, whose first words are a name where nothing else is. */
  readonly html: string
  readonly settings: ArticleSettings
  readonly locate: ParsedArticle['locate']
}

/** An article's name in URLs, and who has chosen it. */
export interface ChosenSlug {
  readonly slug: Slug
  /** Whether the writer has: else it was made from what may change. */
  readonly slugIsWritten: boolean
  /** The one that would be made. */
  readonly inferredSlug: Slug
}

/**
 * An article's name in URLs: the writer's, else the last part of the address that it had in another tool, else one made
 * from the title, from the name of the file, from the first words where that has none, or from a hash of its path.
 */
export function chooseSlug(sources: SlugSources, digest: Digest, report: Report): ChosenSlug {
  const { path, title, html, settings } = sources
  const written = writtenSlug(sources, report) ?? slugify(lastPart(settings.permalink ?? ''))
  const hasName = title !== '' || /\p{L}/u.test(titleFromPath(path))
  const words = hasName ? title : firstWords(leadParagraphs(parseHtml(html)))
  const named = slugify(words) ?? slugify(titleFromPath(path))
  const inferredSlug = named ?? toSlug(digest(new TextEncoder().encode(path)).slice(0, DIGEST_LENGTH))
  return { slug: written ?? inferredSlug, slugIsWritten: written !== undefined, inferredSlug }
}

function writtenSlug({ settings: { slug }, locate }: SlugSources, report: Report): Slug | undefined {
  if (slug === undefined || isSlug(slug)) return slug
  const mended = slugify(slug)
  report(
    mended ? 'warning' : 'error',
    `The slug "${slug}" is no name for an address. Write it as ${mended ?? 'my-first-article'}.`,
    locate('slug'),
  )
  return mended
}

/** What an address calls its page: `bees` of `/2025/bees/index.html?x`. */
function lastPart(address: string): string {
  const path = address.replace(/[?#].*/, '').replace(/(?:\/index)?\.html?$/, '')
  return path.split('/').filter(Boolean).at(-1) ?? ''
}

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
