import fc from 'fast-check'
import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import type { PackStore } from '../../src/edge/packs/pack-store.ts'
import { StandingAnswers } from '../../src/edge/standing-answers.ts'
import type { Instant } from '../../src/model/instant.ts'
import { instant } from '../../src/model/instant.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { anyRequest } from '../support/any-request.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { articlesOf, olderTag, SCHEDULE_STEP, SITE_VARIANTS, settingsOf } from '../support/site-variants.ts'

const ROOT = 'http://standing.example'
const RUNS = 1500

describe.each(SITE_VARIANTS)('createApp() for $what', (variant) => {
  it('answers from its table as it answers anew, whatever it was asked before', async () => {
    const clock: { now: Instant } = { now: BUILT_AT }
    const openAnew = await publishApps(variant, () => clock.now)
    const warm = openAnew()
    const paths = ['/feed.rss', '/feed.atom', '/feed.json', '/'].map((path) => ROOT + variant.basePath + path)
    const known = await Promise.all(paths.map((url) => warm.request(url)))
    const tags = known.map((response) => response.headers.get('ETag') ?? '')
    const requests = anyRequest([...tags, ...tags.map(olderTag)], variant.basePath)
    let runs = 0
    let atOnce = 0
    await fc.assert(
      fc.asyncProperty(
        requests.filter(({ path, query }) => URL.canParse(ROOT + path + query)),
        async ({ method, path, query, headers }) => {
          clock.now = instant(BUILT_AT + Math.floor((12 * runs++) / RUNS) * SCHEDULE_STEP)
          const ask = (app: Hono) => app.fetch(new Request(ROOT + path + query, { method, headers }))
          await ask(warm)
          await ask(warm)
          const answer = ask(warm)
          if (answer instanceof Response) atOnce++
          expect(await describeAnswer(await answer)).toEqual(await describeAnswer(await ask(openAnew())))
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
    // Or the table would not have been asked.
    expect(atOnce).toBeGreaterThan(RUNS / 200)
  })
})

/** Publishes a site, and makes an app of it that has answered nothing yet. */
async function publishApps(variant: (typeof SITE_VARIANTS)[number], now: () => Instant): Promise<() => Hono> {
  const publication = aPublication(articlesOf(variant, 8), settingsOf(variant))
  const bundle = await publishInMemory(publication, { at: BUILT_AT })
  const packs = new Map([...bundle.embedded, ...bundle.packs].map(({ key, bytes }) => [key, bytes]))
  const store: PackStore = { read: async (key) => packs.get(key) }
  const release = decodeRelease(bundle.release)
  return () => createApp({ release, store, now })
}

async function describeAnswer(answer: Response) {
  return {
    status: answer.status,
    headers: [...answer.headers],
    body: Buffer.from(await answer.arrayBuffer()).toString('latin1'),
  }
}

describe('an app that was asked before', () => {
  const articles = Array.from({ length: 40 }, (_, index) => aNumberedArticle(index))
  const GZIP = { 'Accept-Encoding': 'gzip' }

  it.each([
    ['/feed.rss', {}, undefined, 200],
    ['/articles/articolo-39', { Accept: 'text/html,*/*;q=0.8' }, undefined, 200],
    ['/articles/articolo-0.md', {}, undefined, 200],
    ['/feed.atom', {}, ['If-None-Match', 'ETag'], 304],
    ['/feed.json', {}, ['If-Modified-Since', 'Last-Modified'], 304],
  ] as const)('answers %s at once with %o and %o', async (path, wanted, condition, status) => {
    const { app } = await anApp(aPublication(articles))
    const ask = (headers: Record<string, string>) =>
      app.fetch(new Request(`http://localhost${path}`, { headers: { ...GZIP, ...wanted, ...headers } }))
    const first = await ask({})
    await ask({})
    const [name, value] = condition ?? []
    const answer = ask(name === undefined ? {} : { [name]: first.headers.get(value ?? '') ?? '' })
    expect(answer).toBeInstanceOf(Response)
    expect(await answer).toMatchObject({ status })
  })
})

describe('StandingAnswers', () => {
  const anAnswer = (bytes: number) => () => ({
    ...{
      body: new Uint8Array(bytes),
      coding: 'gzip' as const,
      whole: new Headers(),
      notModified: new Headers(),
    },
  })
  const aRequest = (url: string, accept = '*/*') =>
    new Request(url, { headers: { Accept: accept, 'Accept-Encoding': 'gzip' } })
  const countKept = (requests: readonly Request[], bytes: number) => {
    const answers = new StandingAnswers()
    for (const request of requests) {
      answers.keep(request, true, anAnswer(bytes))
      answers.keep(request, true, anAnswer(bytes))
    }
    return requests.filter((request) => answers.find(request) !== undefined).length
  }

  it.each([
    ['URLs', (index: number) => aRequest(`http://${index % 3}.example/feed${index}`), 10, 1000],
    ['Accept headers', (index: number) => aRequest('http://a.example/feed', `text/x${index}`), 10, 1000],
    ['bytes', (index: number) => aRequest(`http://a.example/feed${index}`), 500_000, 8],
  ])('keeps a bound of %s', (_what, request, bytes, most) => {
    const kept = countKept(
      Array.from({ length: Math.ceil(3.2 * most) }, (_, index) => request(index)),
      bytes,
    )
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThanOrEqual(most)
  })

  it.each([
    ['a URL with a query', aRequest('http://a.example/feed?x'), 10],
    ['a long URL', aRequest(`http://a.example/${'x'.repeat(1000)}`), 10],
    ['a long Accept header', aRequest('http://a.example/feed', 'x'.repeat(1000)), 10],
    ['a large body', aRequest('http://a.example/feed'), 1_000_000],
  ])('does not keep %s', (_what, request, bytes) => expect(countKept([request], bytes)).toBe(0))

  it('keeps nothing that is asked for once', () => {
    const answers = new StandingAnswers()
    answers.keep(aRequest('http://a.example/feed'), false, () => {
      throw new Error('It is made')
    })
  })

  it('keeps no view of a pack', async () => {
    const answers = new StandingAnswers()
    const pack = new Uint8Array(100).fill(65)
    const request = aRequest('http://a.example/feed')
    const make = () => ({ ...anAnswer(0)(), body: pack.subarray(0, 5) })
    for (let time = 0; time < 2; time++) answers.keep(request, false, make)
    pack.fill(66)
    expect(await answers.find(request)?.text()).toBe('AAAAA')
  })
})
