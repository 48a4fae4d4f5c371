import { renderAtom } from '../feeds/atom.ts'
import { assembleFeed } from '../feeds/feed-document.ts'
import { renderJsonFeed } from '../feeds/json-feed.ts'
import { renderRss } from '../feeds/rss.ts'
import { ADDRESSES } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { ArchiveLinks } from '../model/feed-description.ts'
import type { Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered, RenderedContent } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { termsOfAll } from '../model/term.ts'
import { renderFeedPage } from '../pages/feed-page.ts'
import type { FeedSubject } from '../pages/feed-subject.ts'
import type { SiteContext } from '../pages/parts/site-context.ts'
import { describeFeed, feedUrls, subjectStem } from './describe-feed.ts'
import type { FeedCache } from './feed-cache.ts'
import type { FeedFragments } from './feed-fragments.ts'
import { listVersions } from './list-versions.ts'
import type { State, Timeline } from './timeline.ts'

/** What all feeds of a site have in common. */
export interface FeedContext {
  readonly siteContext: SiteContext
  /** What is the same object was made from the same article in the same frame. */
  readonly fragmentsOf: (article: ArticleFacts) => FeedFragments
  readonly memory?: FeedCache | undefined
}

/** A feed as it is to be. */
export interface FeedPlan {
  readonly subject: FeedSubject
  /** Of the articles that it may hold. */
  readonly timeline: Timeline
  /** Those of the ones that are shown which it does hold. */
  readonly choose: (articles: readonly ArticleFacts[]) => readonly ArticleFacts[]
  /** Whether it is there at a moment at which it holds nothing. */
  readonly isThere: (moment: Instant) => boolean
  /** The numbers of the archives before and after it, while it holds these articles. */
  readonly neighbours: (chosen: readonly ArticleFacts[], moment: Instant) => Neighbours
}

/** The archives between which a feed stands. */
export interface Neighbours {
  readonly previous?: number | undefined
  readonly next?: number | undefined
}

/** A feed in all its forms, as it is at every moment. */
export function renderFeed(plan: FeedPlan, context: FeedContext): Rendered {
  const { subject, timeline, choose, isThere, neighbours } = plan
  const select = (state: State, moment: Instant) => {
    const articles = choose(state.articles)
    if (articles.length === 0 && !isThere(moment)) return undefined
    const { previous, next } = neighbours(articles, moment)
    return { articles, tombstones: state.tombstones, neighbours: [previous, next] }
  }
  const stem = subjectStem(subject)
  const versions = listVersions(
    timeline,
    select,
    ({ articles, tombstones, neighbours: [previous, next] }) => {
      const render = () => renderForms(subject, { articles, tombstones }, { previous, next }, context)
      const { memory, fragmentsOf } = context
      if (memory === undefined) return render()
      const told = JSON.stringify([subject, tombstones])
      return memory.recall(stem, [told, previous, next, ...articles.map(fragmentsOf)], render)
    },
  )
  return { stem, versions }
}

function renderForms(
  subject: FeedSubject,
  { articles, tombstones }: State,
  { previous, next }: Neighbours,
  { siteContext, fragmentsOf }: FeedContext,
): RenderedContent {
  const { site } = siteContext
  const before = archiveLinks(subject, site, { previous })
  const feed = describeFeed(site, subject, { articles, tombstones, archive: before })
  const fragments = articles.map(fragmentsOf)
  const rss = renderRss(
    feed,
    fragments.map((each) => each.rss),
  )
  const atom = renderAtom(
    feed,
    fragments.map((each) => each.atom),
  )
  const json = renderJsonFeed(
    feed,
    fragments.map((each) => each.json),
  )
  // A page leads on to what came later. An archive does not, or it would not stay as it is.
  const page = { ...feed, archive: archiveLinks(subject, site, { previous, next }) }
  const items = fragments.map((each) => each.html)
  const terms = termsOfAll(articles)
  return {
    kind: 'content',
    renditions: [
      { form: 'rss', type: MEDIA_TYPES.rss, body: assembleFeed(rss) },
      { form: 'atom', type: MEDIA_TYPES.atom, body: assembleFeed(atom) },
      { form: 'json', type: MEDIA_TYPES.jsonFeed, body: assembleFeed(json) },
      {
        form: 'html',
        type: MEDIA_TYPES.html,
        body: renderFeedPage({ items, siteContext, feed: page, subject, terms }),
      },
    ],
  }
}

function archiveLinks(subject: FeedSubject, site: Site, { previous, next }: Neighbours): ArchiveLinks {
  const isArchive = subject.kind === 'archive'
  return {
    isArchive,
    ...(isArchive && { current: feedUrls(site, ADDRESSES.feed.stem) }),
    ...(previous !== undefined && { previous: feedUrls(site, ADDRESSES.archive.stemOf(previous)) }),
    ...(next !== undefined && { next: feedUrls(site, ADDRESSES.archive.stemOf(next)) }),
  }
}
