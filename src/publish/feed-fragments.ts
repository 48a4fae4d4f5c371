import { articleUrl } from '../model/addresses.ts'
import type { Article } from '../model/article.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { renderListItem } from '../pages/parts/article-list.ts'

/** An article as all feeds and lists contain it. */
export interface FeedFragments {
  /** Its entry in each format, by form. */
  readonly entries: Readonly<Record<string, Fragment>>
  readonly html: Fragment
  /** The bytes of its JSON item. The size limit of feeds counts them. */
  readonly jsonBytes: number
}

/** Renders an article as all feeds and lists contain it. */
export function renderFragments(article: Article, site: Site, formats: readonly FeedFormat[]): FeedFragments {
  const item = { article, url: articleUrl(site, article.slug) }
  const settings = { language: site.language, content: site.feed.content }
  const entries = Object.fromEntries(
    formats.map(({ form, renderEntry }) => [form, { text: renderEntry(item, settings), isEntry: true }]),
  )
  return {
    entries,
    html: renderListItem(article, site),
    jsonBytes: utf8Length(entries['json']?.text ?? ''),
  }
}

/** Returns an article's entry in a format. Throws if it was rendered without that format. */
export function entryIn({ entries }: FeedFragments, form: string): Fragment {
  const entry = entries[form]
  if (entry === undefined) throw new Error(`An article was rendered without its ${form} entry`)
  return entry
}

/** Returns the length of a text in bytes of UTF-8. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
