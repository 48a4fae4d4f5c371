import { ADDRESSES, articleUrl } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import { onceEach } from '../model/once-each.ts'
import type { Rendered } from '../model/rendition.ts'
import type { FeedSubject } from '../pages/feed-subject.ts'
import { renderLlmsEntry, renderLlmsText } from '../pages/llms-text.ts'
import { type ListedFeed, renderOpml } from '../pages/opml.ts'
import { renderRobots } from '../pages/robots.ts'
import { describeFeed, type FeedSite } from './describe-feed.ts'
import type { ListContext } from './list-context.ts'
import { listVersions } from './list-versions.ts'
import { createTimeline } from './timeline.ts'

/** The most articles in the list for language models, which read the whole list. */
const LLMS_ARTICLES = 100

/** Renders the list of all feeds. It grows when the first article of a term appears. */
export function renderFeedList({ siteContext: { site }, formats, terms, at }: ListContext): Rendered {
  const moments = [...new Set(terms.map(({ from }) => from).filter((from) => from > at))]
  const opmlAt = (moment: Instant) => {
    const there = terms.filter(({ from }) => from <= moment).map(({ term }) => term)
    const feeds = [{ kind: 'main' } as const, ...there].map((subject) => listFeed({ site, formats }, subject))
    return { form: 'opml', type: MEDIA_TYPES.opml, body: renderOpml(site, feeds) }
  }
  return {
    stem: ADDRESSES.feeds.stem,
    versions: [at, ...moments.sort((a, b) => a - b)].map((moment) => ({
      from: moment === at ? EPOCH : moment,
      shows: { kind: 'content', renditions: [opmlAt(moment)] },
    })),
  }
}

function listFeed(site: FeedSite, subject: Exclude<FeedSubject, { kind: 'archive' }>): ListedFeed {
  const { title, self } = describeFeed(site, subject)
  return { title, html: self.html, rss: self.rss, kind: subject.kind }
}

/** Renders the description of the site for language models. */
export function renderLlms({ publication, siteContext, at }: ListContext): Rendered {
  const { site, feed } = siteContext
  const entryOf = onceEach((article: ArticleFacts) =>
    renderLlmsEntry(article, `${articleUrl(site, article.slug)}.md`),
  )
  const versions = listVersions(
    createTimeline(publication.articles, [], at),
    (state) => ({ shown: state.articles.slice(0, LLMS_ARTICLES) }),
    ({ shown }) => {
      const body = renderLlmsText(site, feed, shown.map(entryOf))
      return { kind: 'content', renditions: [{ form: 'txt', type: MEDIA_TYPES.text, body }] }
    },
  )
  return { stem: ADDRESSES.llms.stem, versions }
}

/** Renders the rules for crawlers. */
export function renderCrawlerRules({ siteContext: { site } }: ListContext): Rendered {
  const renditions = [{ form: 'txt', type: MEDIA_TYPES.text, body: renderRobots(site) }]
  return { stem: ADDRESSES.robots.stem, versions: [{ from: EPOCH, shows: { kind: 'content', renditions } }] }
}
