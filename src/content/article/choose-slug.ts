import anyAscii from 'any-ascii'
import { isSlug, type Slug, toSlug } from '../../model/article.ts'
import type { Digest } from '../../model/runtime.ts'
import { parseHtml } from '../html/html-tree.ts'
import { firstWords } from '../prose/first-words.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import { titleFromPath } from '../source/article-path.ts'
import { leadTexts } from './lead-texts.ts'
import type { ParsedArticle, Report } from './parsed-article.ts'

/** Hexadecimal digits. Enough to distinguish the articles of one site that have no name in letters or digits. */
const DIGEST_LENGTH = 8

/** The sources of an article's slug. */
export interface SlugSources {
  readonly path: string
  /** Empty if the article has no title. */
  readonly title: string
  /** The body. Its first words are the name if there is no other. */
  readonly html: string
  readonly settings: ArticleSettings
  readonly locate: ParsedArticle['locate']
}

/** An article's slug, and its origin. */
export interface ChosenSlug {
  readonly slug: Slug
  /** Whether the writer has chosen it. Otherwise it was made from text that may change. */
  readonly slugIsWritten: boolean
  /** The slug that would be made without the writer's choice. */
  readonly inferredSlug: Slug
}

/**
 * Chooses an article's slug: the writer's, or else the last part of its address in another tool, or else a slug made
 * from the title, from the file's name, from the first words if the file has no name, or from a hash of the path.
 */
export function chooseSlug(sources: SlugSources, digest: Digest, report: Report): ChosenSlug {
  const { path, title, html, settings } = sources
  const written = writtenSlug(sources, report) ?? slugify(lastPart(settings.permalink ?? ''))
  const hasName = title !== '' || /\p{L}/u.test(titleFromPath(path))
  const words = hasName ? title : firstWords(leadTexts(parseHtml(html)).flatMap(({ texts }) => texts))
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

/** Returns the last part of an address: `bees` for `/2025/bees/index.html?x`. */
function lastPart(address: string): string {
  const path = address.replace(/[?#].*/, '').replace(/(?:\/index)?\.html?$/, '')
  return path.split('/').filter(Boolean).at(-1) ?? ''
}

/** Long enough to be distinctive, and short enough for an address in mail and in print. */
const LENGTH = 80

/**
 * Makes a slug from a text in any script. It has at most 80 characters and is cut between words. Undefined if the text
 * has neither letters nor digits. An apostrophe separates words: `l’università` gives `l-universita`.
 */
export function slugify(text: string): Slug | undefined {
  const name = anyAscii(text.normalize('NFC').replaceAll(/(?<=\d)[°ºª]/g, ''))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const slug = name.length > LENGTH ? cut(name) : name
  return isSlug(slug) ? slug : undefined
}

/** Returns the whole words that fit, without an article or a preposition at the end. */
function cut(name: string): string {
  const end = name.lastIndexOf('-', LENGTH)
  // A script without spaces between words gives one long run of letters.
  if (end < LENGTH / 2) return name.slice(0, LENGTH)
  return name.slice(0, end).replace(/(?:-[a-z]{1,3})+$/, '')
}
