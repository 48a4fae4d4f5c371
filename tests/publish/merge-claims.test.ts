import { describe, expect, it } from 'vitest'
import type { Article, Slug } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { Withdrawal } from '../../src/model/publication.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const HOUR = 3_600_000
const DUE = instant(BUILT_AT + HOUR)
const SLUG = 'x' as Slug
const renamed = aNumberedArticle(1, { formerSlugs: [SLUG] })
const withdrawal = { id: aNumberedArticle(2).id, slugs: [SLUG], withdrawn: BUILT_AT }
const newcomer = aNumberedArticle(3, { slug: SLUG, published: DUE })

/** What the address answers at each of these moments. */
async function answersAt(
  moments: readonly Instant[],
  articles: readonly Article[],
  withdrawals: readonly Withdrawal[] = [],
) {
  const clock = { now: BUILT_AT }
  const { app } = await anApp(aPublication(articles, {}, withdrawals), () => clock.now)
  const statuses: number[] = []
  for (const moment of moments) {
    clock.now = moment
    statuses.push((await app.request(`/articles/${SLUG}.json`)).status)
  }
  return statuses
}

describe('publish, where an address is to have another article', () => {
  it('leads from a former address until the article that is to have it is shown', async () => {
    const moments = [BUILT_AT, instant(DUE - 1), DUE, instant(DUE + HOUR)]
    expect(await answersAt(moments, [renamed, newcomer])).toEqual([301, 301, 200, 200])
  })

  it('has a withdrawn address gone until the article that is to have it is shown', async () => {
    const moments = [BUILT_AT, instant(DUE - 1), DUE]
    expect(await answersAt(moments, [newcomer], [withdrawal])).toEqual([410, 410, 200])
  })

  it('has the address gone when the article expires, and nothing return to it', async () => {
    const brief = { ...newcomer, expires: instant(DUE + HOUR) }
    const later = { ...renamed, expires: instant(DUE + 2 * HOUR) }
    const moments = [DUE, instant(DUE + HOUR), instant(DUE + 2 * HOUR)]
    expect(await answersAt(moments, [later, brief])).toEqual([200, 410, 410])
  })

  it('changes with the former article while that has the address', async () => {
    const brief = { ...renamed, expires: instant(BUILT_AT + 1000) }
    expect(await answersAt([BUILT_AT, instant(BUILT_AT + 1000), DUE], [brief, newcomer])).toEqual([
      301, 410, 200,
    ])
  })

  it('does not have the address gone for an article that is dated ahead and never was there', async () => {
    const moved = { ...newcomer, firstPublished: instant(BUILT_AT - HOUR) }
    expect(await answersAt([BUILT_AT, DUE], [renamed, moved])).toEqual([301, 200])
  })

  it('tells of the newcomer in no header before its moment', async () => {
    const other = aNumberedArticle(4, { slug: 'y' as Slug, published: DUE })
    const ask = async (articles: readonly Article[]) =>
      (await anApp(aPublication(articles), () => instant(DUE - 30_000))).app.request(`/articles/${SLUG}`)
    const [claimed, free] = [await ask([renamed, newcomer]), await ask([renamed, other])]
    expect(Object.fromEntries(claimed.headers)).toEqual(Object.fromEntries(free.headers))
  })

  it('leaves two that both have something to show, which cannot be published', async () => {
    await expect(anApp(aPublication([newcomer, aNumberedArticle(4, { slug: SLUG })]))).rejects.toThrow(
      'Two resources of one pack share a stem',
    )
  })
})
