import { assembleFeed } from '../feeds/assemble-feed.ts'
import { ADDRESSES } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { ArchiveLinks } from '../model/feed-description.ts'
import type { Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered, RenderedContent } from '../model/rendition.ts'
import { termsOfAll } from '../model/term.ts'
import { renderFeedPage } from '../pages/feed-page.ts'
import type { FeedSubject } from '../pages/feed-subject.ts'
import { describeFeed, type FeedSite, feedUrls, subjectStem } from './describe-feed.ts'
import { entryIn } from './feed-fragments.ts'
import type { ListContext } from './list-context.ts'
import { listVersions } from './list-versions.ts'
import type { State, Timeline } from './timeline.ts'

/** The plan of a feed. */
export interface FeedPlan {
  readonly subject: FeedSubject
  /** The timeline of the articles that it may contain. */
  readonly timeline: Timeline
  /** Chooses the articles that it contains, from those that are shown. */
  readonly choose: (articles: readonly ArticleFacts[]) => readonly ArticleFacts[]
  /** Whether it exists at a moment at which it is empty. */
  readonly isThere: (moment: Instant) => boolean
  /** Returns the archives before and after it, for the articles that it contains. */
  readonly neighbours: (chosen: readonly ArticleFacts[], moment: Instant) => Neighbours
}

/** The archives before and after a feed. */
export interface Neighbours {
  readonly previous?: number | undefined
  readonly next?: number | undefined
}

/** Renders a feed in all forms and for every moment. */
export function renderFeed(plan: FeedPlan, context: ListContext): Rendered {
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
  { siteContext, formats, fragmentsOf }: ListContext,
): RenderedContent {
  const { site } = siteContext
  const before = archiveLinks(subject, { site, formats }, { previous })
  const feed = describeFeed({ site, formats }, subject, { articles, tombstones, archive: before })
  const fragments = articles.map(fragmentsOf)
  // The page links to the next archive. An archive document does not, because it must never change.
  const page = { ...feed, archive: archiveLinks(subject, { site, formats }, { previous, next }) }
  const items = fragments.map((each) => each.html)
  const terms = termsOfAll(articles)
  return {
    kind: 'content',
    renditions: [
      ...formats.map(({ form, type, renderDocument }) => {
        const entries = fragments.map((each) => entryIn(each, form))
        return { form, type, body: assembleFeed(renderDocument(feed, entries)) }
      }),
      {
        form: 'html',
        type: MEDIA_TYPES.html,
        body: renderFeedPage({ items, siteContext, feed: page, subject, terms }),
      },
    ],
  }
}

function archiveLinks(
  subject: FeedSubject,
  { site, formats }: FeedSite,
  { previous, next }: Neighbours,
): ArchiveLinks {
  const isArchive = subject.kind === 'archive'
  return {
    isArchive,
    ...(isArchive && { current: feedUrls(site, ADDRESSES.feed.stem, formats) }),
    ...(previous !== undefined && { previous: feedUrls(site, ADDRESSES.archive.stemOf(previous), formats) }),
    ...(next !== undefined && { next: feedUrls(site, ADDRESSES.archive.stemOf(next), formats) }),
  }
}
