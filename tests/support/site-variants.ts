import type { Article } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { Site } from '../../src/model/site.ts'
import { BUILT_AT } from './an-app.ts'
import { aNumberedArticle, aSite } from './an-article.ts'

/** Milliseconds from one scheduled moment to the next. */
export const SCHEDULE_STEP = 3_600_000

/** A kind of site, in what makes the edge take another way. */
export interface SiteVariant {
  readonly what: string
  /** The path of the site's own address: empty, or `/blog`. */
  readonly basePath: string
  readonly hasDeltas: boolean
  /** Whether some of its articles have a date to come, and some expire. */
  readonly isScheduled: boolean
}

const PLAIN: SiteVariant = { what: 'a site', basePath: '', hasDeltas: false, isScheduled: false }

/** The kinds of sites that whatever is said of any request is said of. */
export const SITE_VARIANTS: readonly SiteVariant[] = [
  PLAIN,
  { ...PLAIN, what: 'a site below a path', basePath: '/blog' },
  { ...PLAIN, what: 'a site with deltas', hasDeltas: true },
  { ...PLAIN, what: 'a site with scheduled articles', isScheduled: true },
  {
    what: 'a site below a path with deltas and scheduled articles',
    basePath: '/news/daily',
    hasDeltas: true,
    isScheduled: true,
  },
]

/** What the settings of such a site have beside those of any. */
export function settingsOf({ basePath, hasDeltas }: SiteVariant): Partial<Site> {
  const { url, feed } = aSite()
  return { url: url + basePath, feed: { ...feed, deltas: hasDeltas }, hubs: ['https://hub.example/'] }
}

/** Some articles of it; of those that are scheduled, each second one expires after three steps. */
export function articlesOf({ isScheduled }: SiteVariant, count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const html = `<p>${`parole ${index} `.repeat(200)}</p>`
    if (!isScheduled || index % 2 === 0) return aNumberedArticle(index, { html })
    const published = instant(BUILT_AT + index * SCHEDULE_STEP)
    const expires = instant(published + 3 * SCHEDULE_STEP)
    return aNumberedArticle(index, {
      html,
      published,
      changed: BUILT_AT,
      ...(index % 4 === 1 && { expires }),
    })
  })
}

/** The tag of a feed as it was before its newest entry came in, by the fingerprints in it. */
export function olderTag(tag: string): string {
  return tag.replace(/(?<=\.)[0-9a-z]{7}(?=[0-9a-z])/, '')
}
