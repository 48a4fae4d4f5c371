import { renderAtom, renderAtomEntry } from '../feeds/atom.ts'
import { chooseFeedArticles } from '../feeds/choose-articles.ts'
import { assembleFeed } from '../feeds/feed-document.ts'
import { JSON_SEPARATOR, renderJsonFeed, renderJsonItem } from '../feeds/json-feed.ts'
import { renderRss, renderRssItem } from '../feeds/rss.ts'
import { articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { renderFeedPage } from '../pages/feed-page.ts'
import { describeFeed } from './describe-feed.ts'
import { onceEach } from './once-each.ts'

/** An article as it stands in every feed that carries it. */
interface Fragments {
  readonly rss: string
  readonly atom: string
  readonly json: string
  /** The bytes of the JSON item. */
  readonly jsonBytes: number
}

/** Renders feeds of one site, each article's fragments only once, however many feeds and states carry it. */
export function createFeedRenderer(site: Site): (stem: Stem, articles: readonly Article[]) => Rendered {
  const fragmentsOf = onceEach((article: Article) => renderFragments(article, site))

  return (stem, articles) => {
    const frame = assembleFeed(renderJsonFeed(describeFeed(site, stem, articles), [])).body.length
    const chosen = chooseFeedArticles(
      articles,
      { ...site.feed, bytes: site.feed.bytes - frame },
      (article) => fragmentsOf(article).jsonBytes + JSON_SEPARATOR.length,
    )
    const feed = describeFeed(site, stem, chosen)
    const fragments = chosen.map(fragmentsOf)
    const rss = renderRss(feed, pick(fragments, 'rss'))
    const atom = renderAtom(feed, pick(fragments, 'atom'))
    const json = renderJsonFeed(feed, pick(fragments, 'json'))
    const page = renderFeedPage(chosen, site, feed)
    return {
      stem,
      renditions: [
        { form: 'rss', type: MEDIA_TYPES.rss, ...assembleFeed(rss) },
        { form: 'atom', type: MEDIA_TYPES.atom, ...assembleFeed(atom) },
        { form: 'json', type: MEDIA_TYPES.jsonFeed, ...assembleFeed(json) },
        { form: 'html', type: MEDIA_TYPES.html, body: page },
      ],
    }
  }
}

function pick(fragments: readonly Fragments[], form: 'rss' | 'atom' | 'json'): readonly string[] {
  return fragments.map((fragment) => fragment[form])
}

function renderFragments(article: Article, site: Site): Fragments {
  const item = { article, url: articleUrl(site, article.slug) }
  const settings = { language: site.language, content: site.feed.content }
  const json = renderJsonItem(item, settings)
  return {
    rss: renderRssItem(item, settings),
    atom: renderAtomEntry(item, settings),
    json,
    jsonBytes: utf8Length(json),
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
