import { renderAtomEntry } from '../feeds/atom.ts'
import { renderJsonItem } from '../feeds/json-feed.ts'
import { renderRssItem } from '../feeds/rss.ts'
import { articleUrl } from '../model/addresses.ts'
import type { Article } from '../model/article.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { renderListItem } from '../pages/parts/article-list.ts'

/** An article as it stands in every feed and list that carries it. */
export interface FeedFragments {
  readonly rss: Fragment
  readonly atom: Fragment
  readonly json: Fragment
  readonly html: Fragment
  /** The bytes of the JSON item. */
  readonly jsonBytes: number
}

/** Renders an article as every feed and list will carry it. */
export function renderFragments(article: Article, site: Site): FeedFragments {
  const item = { article, url: articleUrl(site, article.slug) }
  const settings = { language: site.language, content: site.feed.content }
  const json = renderJsonItem(item, settings)
  return {
    rss: { text: renderRssItem(item, settings), isEntry: true },
    atom: { text: renderAtomEntry(item, settings), isEntry: true },
    json: { text: json, isEntry: true },
    html: renderListItem(article, site),
    jsonBytes: utf8Length(json),
  }
}

/** How many bytes a text is. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
