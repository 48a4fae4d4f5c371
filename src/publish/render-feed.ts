import { renderAtom, renderAtomEntry } from '../feeds/atom.ts'
import { chooseFeedArticles } from '../feeds/choose-articles.ts'
import { assembleFeed } from '../feeds/feed-document.ts'
import { JSON_SEPARATOR, renderJsonFeed, renderJsonItem } from '../feeds/json-feed.ts'
import { renderRss, renderRssItem } from '../feeds/rss.ts'
import { articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import { onceEach } from '../model/once-each.ts'
import type { Fragment, Rendered } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { renderFeedPage } from '../pages/feed-page.ts'
import { describeFeed } from './describe-feed.ts'
import { listVersions } from './list-versions.ts'
import type { State, Timeline } from './timeline.ts'

/** An article as it stands in every feed that carries it. */
interface Fragments {
  readonly rss: Fragment
  readonly atom: Fragment
  readonly json: Fragment
  /** The bytes of the JSON item. */
  readonly jsonBytes: number
}

/**
 * Renders feeds of one site, each article's fragments only once, however many feeds and versions carry it. `listItem`
 * gives it as the feed's page has it.
 */
export function createFeedRenderer(
  site: Site,
  timeline: Timeline,
  listItem: (article: Article) => Fragment,
): (stem: Stem) => Rendered {
  const fragmentsOf = onceEach((article: Article) => renderFragments(article, site))

  return (stem) => {
    const frame = assembleFeed(renderJsonFeed(describeFeed(site, stem, []), []))
    const frameBytes = frame.reduce((sum, { text }) => sum + utf8Length(text), 0)
    const choose = ({ articles, tombstones }: State) => ({
      articles: chooseFeedArticles(
        articles,
        { ...site.feed, bytes: site.feed.bytes - frameBytes },
        (article) => fragmentsOf(article).jsonBytes + JSON_SEPARATOR.text.length,
      ),
      tombstones,
    })
    const versions = listVersions(timeline, choose, ({ articles, tombstones }) => {
      const feed = describeFeed(site, stem, articles, tombstones)
      const fragments = articles.map(fragmentsOf)
      const rss = renderRss(feed, pick(fragments, 'rss'))
      const atom = renderAtom(feed, pick(fragments, 'atom'))
      const json = renderJsonFeed(feed, pick(fragments, 'json'))
      return {
        kind: 'content',
        renditions: [
          { form: 'rss', type: MEDIA_TYPES.rss, body: assembleFeed(rss) },
          { form: 'atom', type: MEDIA_TYPES.atom, body: assembleFeed(atom) },
          { form: 'json', type: MEDIA_TYPES.jsonFeed, body: assembleFeed(json) },
          { form: 'html', type: MEDIA_TYPES.html, body: renderFeedPage(articles.map(listItem), site, feed) },
        ],
      }
    })
    return { stem, versions }
  }
}

function pick(fragments: readonly Fragments[], form: 'rss' | 'atom' | 'json'): readonly Fragment[] {
  return fragments.map((fragment) => fragment[form])
}

function renderFragments(article: Article, site: Site): Fragments {
  const item = { article, url: articleUrl(site, article.slug) }
  const settings = { language: site.language, content: site.feed.content }
  const json = renderJsonItem(item, settings)
  return {
    rss: { text: renderRssItem(item, settings), isEntry: true },
    atom: { text: renderAtomEntry(item, settings), isEntry: true },
    json: { text: json, isEntry: true },
    jsonBytes: utf8Length(json),
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
