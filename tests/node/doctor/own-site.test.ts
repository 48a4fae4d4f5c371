import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { examineSite } from '../../../src/node/doctor/examine-site.ts'
import { anApp } from '../../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../../support/an-article.ts'
import { FEED_QUOTES } from '../../support/feed-quotes.ts'
import { Newsroom } from '../../support/newsroom.ts'
import { listen } from './a-site.ts'

/** A site of ours with an article for each quotation, on this machine; gives its origin. */
async function startOwnSite(): Promise<string> {
  const quoted = FEED_QUOTES.flatMap((quote, index) => {
    const html = `<p>${quote.replaceAll('<', '&lt;')}</p>`
    return [aNumberedArticle(index, { title: quote, summary: quote, text: quote, markdown: quote, html })]
  })
  const { app } = await anApp(aPublication(quoted, { title: FEED_QUOTES[0], description: FEED_QUOTES[1] }))
  return listen(
    createServer((request, response) => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const)
      const asked = new Request(`https://example.org${request.url}`, {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(headers),
      })
      void Promise.resolve(app.fetch(asked)).then(async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer())
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        response.end(body)
      })
    }),
  )
}

describe('a site of ours with articles that quote feeds', () => {
  it('is examined as any other', async () => {
    const origin = await startOwnSite()
    for (const [path, format] of [
      ['/feed.rss', 'rss'],
      ['/feed.atom', 'atom'],
      ['/feed.json', 'json'],
    ] as const) {
      const { feeds, findings } = await examineSite(origin + path)
      expect(feeds).toEqual([{ url: origin + path, format, items: FEED_QUOTES.length }])
      const wrong = findings.filter(({ severity, check }) => severity === 'error' && check !== 'https')
      expect(wrong).toEqual([])
    }
    const { feeds } = await examineSite(`${origin}/`)
    expect(feeds.map(({ format }) => format)).toEqual(['rss', 'atom', 'json'])
  })

  it('gives every item of its JSON Feed to a ledger, whatever it quotes', async () => {
    const origin = await startOwnSite()
    const { stderr } = await new Newsroom().ledgerCommand('rebuild', '--from', `${origin}/feed.json`)
    expect(stderr).toContain(`of ${FEED_QUOTES.length} items of the feed are articles of this folder`)
  })
})
