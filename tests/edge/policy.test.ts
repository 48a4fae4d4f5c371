import { describe, expect, it } from 'vitest'
import { cacheHeaders } from '../../src/edge/policy.ts'
import { FEED_MAX_AGE_SECONDS } from '../../src/model/feed-format.ts'
import { instant } from '../../src/model/instant.ts'

const NOW = instant(1_000_000_000)

describe('cacheHeaders', () => {
  it('lets readers keep a feed as long as its ttl says, between 15 minutes and an hour', () => {
    expect(cacheHeaders('feed', NOW)['Cache-Control']).toBe(`public, max-age=${FEED_MAX_AGE_SECONDS}`)
    expect(FEED_MAX_AGE_SECONDS).toBeGreaterThanOrEqual(900)
    expect(FEED_MAX_AGE_SECONDS).toBeLessThanOrEqual(3600)
  })

  it('lets the edge go on with a stale feed for a day, and for a week while fetching fails', () => {
    expect(cacheHeaders('feed', NOW)['Cloudflare-CDN-Cache-Control']).toBe(
      'public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800',
    )
  })

  it('lets nothing last past the next change, nor a stale answer be shown after it', () => {
    expect(cacheHeaders('feed', NOW, instant(NOW + 90_999))).toEqual({
      'Cache-Control': 'public, max-age=90',
      'Cloudflare-CDN-Cache-Control': 'public, max-age=60, stale-if-error=0',
    })
    expect(cacheHeaders('notFound', NOW, instant(NOW + 999))).toEqual({
      'Cache-Control': 'public, max-age=0',
      'Cloudflare-CDN-Cache-Control': 'public, max-age=0, stale-if-error=0',
    })
  })

  it('tells of a change no sooner than it could be missed, and not when it will be', () => {
    const staleness = (seconds: number) =>
      cacheHeaders('feed', NOW, instant(NOW + seconds * 1000))['Cloudflare-CDN-Cache-Control']
    const week = 7 * 86_400
    expect(staleness(60 + week + 1)).toBe(cacheHeaders('feed', NOW)['Cloudflare-CDN-Cache-Control'])
    expect(staleness(60 + week)).toBe('public, max-age=60, stale-while-revalidate=86400, stale-if-error=0')
    expect(staleness(60 + 86_401)).toBe(staleness(60 + week))
    expect(staleness(60 + 86_400)).toBe('public, max-age=60, stale-if-error=0')
    expect(staleness(1800)).toBe(staleness(60 + 86_400))
  })

  it('does not mind a change that is far off', () => {
    expect(cacheHeaders('feed', NOW, instant(NOW + 999_999_000))).toEqual(cacheHeaders('feed', NOW))
  })

  it('keeps what is immutable for a year, whatever changes', () => {
    expect(cacheHeaders('media', NOW, instant(NOW + 1000))['Cache-Control']).toBe(
      'public, max-age=31536000, immutable',
    )
  })

  it('keeps an absence short, and a withdrawal longer', () => {
    expect(cacheHeaders('notFound', NOW)['Cache-Control']).toBe('public, max-age=60')
    expect(cacheHeaders('gone', NOW)['Cache-Control']).toBe('public, max-age=3600')
  })
})
