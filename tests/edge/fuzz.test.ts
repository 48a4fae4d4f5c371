import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instant } from '../../src/model/instant.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aPublication } from '../support/an-article.ts'
import { anyRequest } from '../support/any-request.ts'
import { assertValidAnswer } from '../support/assert-valid-answer.ts'
import { articlesOf, olderTag, SCHEDULE_STEP, SITE_VARIANTS, settingsOf } from '../support/site-variants.ts'

const ROOT = 'http://fuzz.example'
// Enough that each kind of answer comes many times for each site; a failure shrinks to its smallest here.
const REQUESTS = 40_000

describe.each(SITE_VARIANTS)('createApp() for $what', (variant) => {
  it('gives a valid answer to any request, at any time', async () => {
    const { basePath, hasDeltas } = variant
    const clock: { now: Instant } = { now: BUILT_AT }
    const { app } = await anApp(aPublication(articlesOf(variant, 8), settingsOf(variant)), () => clock.now)
    const known = await Promise.all(
      ['/feed.rss', '/feed.atom', '/feed.json', '/'].map((path) => app.request(basePath + path)),
    )
    const tags = known.map((response) => response.headers.get('ETag') ?? '')
    const requests = anyRequest([...tags, ...tags.map(olderTag)], basePath)
    const statuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(
        requests.filter(({ path, query }) => URL.canParse(ROOT + path + query)),
        fc.nat({ max: 12 }),
        async ({ method, path, query, headers }, step) => {
          clock.now = instant(BUILT_AT + step * SCHEDULE_STEP)
          const response = await app.fetch(new Request(ROOT + path + query, { method, headers }))
          statuses.add(response.status)
          assertValidAnswer(method, {
            status: response.status,
            header: (name) => response.headers.get(name) ?? undefined,
            bodyLength: (await response.arrayBuffer()).byteLength,
          })
        },
      ),
      { numRuns: REQUESTS / SITE_VARIANTS.length },
    )
    // Or the requests would not have been of every kind.
    for (const status of [200, 204, 304, 404, 405, ...(hasDeltas ? [226] : [])])
      expect(statuses).toContain(status)
  })
})
