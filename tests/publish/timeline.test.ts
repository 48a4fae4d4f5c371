import { describe, expect, it } from 'vitest'
import type { Article, ArticleId } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import { createTimeline, findTombstones } from '../../src/publish/timeline.ts'
import { aNumberedArticle, aPublication, aSite } from '../support/an-article.ts'

const AT = instant(1_000_000)
const DAY = 86_400_000
const past = aNumberedArticle(1, { published: instant(500_000) })
const future = aNumberedArticle(2, { published: instant(2_000_000) })
const brief = aNumberedArticle(3, { published: instant(2_000_000), expires: instant(3_000_000) })

function timelineOf(articles: readonly Article[], tombstoneDays = 0) {
  const feed = { ...aSite().feed, tombstoneDays }
  return createTimeline(articles, findTombstones(aPublication(articles, { feed })), AT)
}

describe('createTimeline', () => {
  it('knows each moment after the build at which something appears or expires, once', () => {
    expect(timelineOf([brief, future, past]).moments).toEqual([future.published, brief.expires])
  })

  it('shows an article from its moment on and until it expires', () => {
    const { stateAt } = timelineOf([brief, past])
    expect(stateAt(instant(1_999_999)).articles).toEqual([past])
    expect(stateAt(instant(2_000_000)).articles).toEqual([brief, past])
    expect(stateAt(instant(3_000_000)).articles).toEqual([past])
  })

  it('buries what expires for as many days as the site says', () => {
    const { stateAt, moments } = timelineOf([brief], 2)
    const tombstone = { id: brief.id, when: brief.expires, until: 3_000_000 + 2 * DAY }
    expect(moments).toEqual([brief.published, brief.expires, 3_000_000 + 2 * DAY])
    expect(stateAt(instant(2_999_999)).tombstones).toEqual([])
    expect(stateAt(instant(3_000_000)).tombstones).toEqual([tombstone])
    expect(stateAt(instant(3_000_000 + 2 * DAY)).tombstones).toEqual([])
  })

  it('buries what was withdrawn', () => {
    const feed = { ...aSite().feed, tombstoneDays: 1 }
    const withdrawal = { id: 'tag:example.org,2025:x' as ArticleId, slugs: [], withdrawn: instant(400_000) }
    const tombstones = findTombstones(aPublication([], { feed }, [withdrawal]))
    const { stateAt } = createTimeline([], tombstones, AT)
    expect(stateAt(AT).tombstones).toEqual([{ id: withdrawal.id, when: 400_000, until: 400_000 + DAY }])
  })
})
