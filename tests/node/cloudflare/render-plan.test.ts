import { describe, expect, it } from 'vitest'
import { renderBeyondFree, renderPlan } from '../../../src/node/cloudflare/render-plan.ts'

describe('renderPlan', () => {
  it('tells packs, bytes and writes', () => {
    expect(renderPlan({ needed: 34, lacking: 12, bytes: 2_900_000 })).toBe(
      '12 of 34 packs are to be stored (2.9 MB): 12 KV writes, of 1000 a day on the free plan',
    )
  })

  it('tells that nothing is stored of what rides along', () => {
    expect(renderPlan({ needed: 0, lacking: 0, bytes: 0 })).toBe(
      'All of it rides inside the Worker: 0 KV writes',
    )
  })

  it('does not claim to know what it could not ask', () => {
    expect(renderPlan({ needed: 3, lacking: 3, bytes: 1000, isGuess: true })).toMatch(/^up to 3 of 3 packs/)
  })
})

describe('renderBeyondFree', () => {
  it('says that it takes days where it does', () => {
    const plan = { needed: 2000, bytes: 1 }
    expect(renderBeyondFree({ ...plan, lacking: 1000 })).toEqual([])
    expect(renderBeyondFree({ ...plan, lacking: 1001 })).toHaveLength(1)
  })
})
