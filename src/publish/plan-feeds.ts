import { assembleFeed } from '../feeds/assemble-feed.ts'
import { chooseFeedArticles } from '../feeds/choose-articles.ts'
import { JSON_SEPARATOR, renderJsonFeed } from '../feeds/json-feed.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import type { FeedSubject } from '../pages/feed-subject.ts'
import type { Archive, Block } from './archive.ts'
import { describeFeed } from './describe-feed.ts'
import { utf8Length } from './feed-fragments.ts'
import type { ListContext } from './list-context.ts'
import type { PublishedTerm } from './published-terms.ts'
import type { FeedPlan } from './render-feed.ts'
import { createTimeline, findTombstones } from './timeline.ts'

/** Plans all feeds of a publication: the main feed, one per term, and the archives. */
export function planFeeds(context: ListContext): readonly FeedPlan[] {
  const { publication, archive, terms, at } = context
  const planners = { archive, at, choose: createChoice(context) }
  return [
    planMain(publication, planners),
    ...terms.map((term) => planTerm(term, planners)),
    ...archive.blocks.map((block) => planArchive(block, planners)),
  ]
}

interface Planners {
  readonly archive: Archive
  readonly at: Instant
  readonly choose: (subject: FeedSubject) => FeedPlan['choose']
}

function planMain(publication: Publication, { archive, at, choose }: Planners): FeedPlan {
  const subject = { kind: 'main' } as const
  return {
    subject,
    timeline: createTimeline(publication.articles, findTombstones(publication), at),
    choose: choose(subject),
    isThere: () => true,
    neighbours: (chosen, moment) => ({ previous: archiveBefore(chosen, archive, moment) }),
  }
}

/**
 * Returns the archive with which a reader of the feed continues. It skips the block that is still growing if the feed
 * contains all of it.
 */
function archiveBefore(
  chosen: readonly ArticleFacts[],
  { blocks, countAt, lastFullAt }: Archive,
  moment: Instant,
): number | undefined {
  const count = countAt(moment)
  const full = lastFullAt(moment)
  if (count === full || count === 0) return full
  const held = new Set(chosen)
  const filling = blocks[count - 1]?.articles ?? []
  const isHeld = filling.every(
    (article) => held.has(article) || !article.inFeeds || article.published > moment,
  )
  return isHeld ? full : count
}

function planTerm({ term, articles, from }: PublishedTerm, { at, choose }: Planners): FeedPlan {
  return {
    subject: term,
    timeline: createTimeline(articles, [], at),
    choose: choose(term),
    isThere: (moment) => from <= moment,
    neighbours: () => ({}),
  }
}

function planArchive({ number, articles }: Block, { archive, at }: Planners): FeedPlan {
  const next = archive.blocks[number]
  return {
    subject: { kind: 'archive', number },
    // The page links to the next block as soon as that exists.
    timeline: createTimeline(next === undefined ? articles : [...articles, ...next.articles], [], at),
    choose: (shown) => shown.filter((article) => article.inFeeds && articles.includes(article)),
    isThere: (moment) => archive.countAt(moment) >= number,
    neighbours: (_chosen, moment) => ({
      previous: number > 1 ? number - 1 : undefined,
      next: archive.countAt(moment) > number ? number + 1 : undefined,
    }),
  }
}

/** Makes the function that chooses a feed's articles, up to the site's limits of items and bytes. */
function createChoice({
  siteContext: { site },
  formats,
  fragmentsOf,
}: ListContext): (subject: FeedSubject) => FeedPlan['choose'] {
  return (subject) => {
    const frame = assembleFeed(renderJsonFeed(describeFeed({ site, formats }, subject), []))
    const frameBytes = frame.reduce((sum, { text }) => sum + utf8Length(text), 0)
    const settings = { ...site.feed, bytes: site.feed.bytes - frameBytes }
    return (articles) =>
      chooseFeedArticles(
        articles,
        settings,
        (article) => fragmentsOf(article).jsonBytes + JSON_SEPARATOR.text.length,
      )
  }
}
