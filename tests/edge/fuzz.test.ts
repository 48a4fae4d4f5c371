import fc from 'fast-check'
import { describe, it } from 'vitest'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { anyRequest } from '../support/any-request.ts'
import { assertValidAnswer } from '../support/assert-valid-answer.ts'

const ROOT = 'http://fuzz.example'
const articles = [1, 2, 3, 4].map((index) =>
  aNumberedArticle(index, { html: `<p>${'parole '.repeat(200)}</p>` }),
)
const { app } = anApp(aPublication(articles, { hubs: ['https://hub.example/'] }))
const known = await Promise.all(
  ['/feed.rss', '/feed.atom', '/feed.json', '/'].map((path) => app.request(path)),
)
const tags = known.map((response) => response.headers.get('ETag') ?? '')

describe('createApp', () => {
  // A tenth of what workerd is asked, where a failure shrinks to its smallest.
  it('gives a valid answer to any request', async () => {
    const requests = anyRequest(tags).filter(({ path, query }) => URL.canParse(ROOT + path + query))
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, path, query, headers }) => {
        const response = await app.fetch(new Request(ROOT + path + query, { method, headers }))
        assertValidAnswer(method, {
          status: response.status,
          header: (name) => response.headers.get(name) ?? undefined,
          bodyLength: (await response.arrayBuffer()).byteLength,
        })
      }),
      { numRuns: 5000 },
    )
  })
})
