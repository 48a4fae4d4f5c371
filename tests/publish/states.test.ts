import { describe, expect, it } from 'vitest'
import { EPOCH, instant } from '../../src/model/instant.ts'
import { statesFrom } from '../../src/publish/states.ts'
import { aNumberedArticle } from '../support/an-article.ts'

const AT = instant(1_000_000)
const past = aNumberedArticle(1, { published: instant(500_000) })
const future = aNumberedArticle(2, { published: instant(2_000_000) })
const brief = aNumberedArticle(3, { published: instant(2_000_000), expires: instant(3_000_000) })
const over = aNumberedArticle(4, { published: instant(100), expires: AT })

describe('statesFrom', () => {
  it('begins with what is shown at the moment, since the epoch', () => {
    expect(statesFrom([past, over], AT)).toEqual([{ from: EPOCH, articles: [past] }])
  })

  it('has a state for each later moment at which something appears or expires', () => {
    expect(statesFrom([brief, future, past], AT)).toEqual([
      { from: EPOCH, articles: [past] },
      { from: future.published, articles: [brief, future, past] },
      { from: brief.expires, articles: [future, past] },
    ])
  })

  it('has one state for nothing', () => {
    expect(statesFrom([], AT)).toEqual([{ from: EPOCH, articles: [] }])
  })
})
