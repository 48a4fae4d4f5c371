import { describe, expect, it } from 'vitest'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

/** What a Worker is sent at most: Cloudflare takes URLs of 16 kB, and so much of headers in all. */
const BYTES = 16_000

/** How much more than a small request the same with as much in it may cost. */
const MOST_TIMES = 10

/** How often a request is sent at a time, each time anew. */
const BATCH = 50

/** Milliseconds. The clock of CPU goes in steps of some. */
const LEAST_MEASURED = 15

const TRIALS = 4

/** Microseconds. A request that the app answers costs no less. From its table of standing answers, small ones cost half of it. */
const FLOOR = 20

const articles = Array.from({ length: 10 }, (_, index) =>
  aNumberedArticle(index, { html: `<p>${'parole '.repeat(100)}</p>` }),
)
const deltas = { items: 30, bytes: 250_000, content: 'full', deltas: true, tombstoneDays: 30 } as const
const SITES = await Promise.all(
  [
    { what: 'a site', url: 'https://example.org' },
    { what: 'a site below a path', url: 'https://example.org/blog' },
  ].map(async ({ what, url }) => ({
    what,
    url,
    ...(await anApp(aPublication(articles, { url, feed: deltas }))),
  })),
)

/** What is sent: something below the site's address, with headers. */
interface Sent {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

const fill = (piece: string, bytes = BYTES) => piece.repeat(Math.floor(bytes / piece.length))
const path = (what: string, large: string, small = '/x') => ({
  what,
  small: { path: small },
  large: { path: large },
})
const query = (what: string, piece: string) => ({
  what: `a query of ${what}`,
  small: { path: '/feed.rss?a' },
  large: { path: `/feed.rss?${fill(piece)}` },
})
const header = (name: string, what: string, value: string, further: Sent['headers'] = {}, at = '/feed') => ({
  what: `${name}: ${what}`,
  small: { path: at, headers: { ...further, [name]: 'a' } },
  large: { path: at, headers: { ...further, [name]: value } },
})

const HOSTILE: readonly { readonly what: string; readonly small: Sent; readonly large: Sent }[] = [
  path('slashes before a letter', `${fill('/')}x`),
  path('nothing but slashes', fill('/'), '/x/'),
  path('a path of slashes at its end', `/x${fill('/')}`, '/x/'),
  path('slashes and letters in turns', fill('/a')),
  path('dots', `/x${fill('.')}`),
  path('dots and slashes', fill('/./a')),
  path('ways up', fill('/a/..'), '/'),
  path('a long name', `/${fill('a')}`),
  path('a long name of an article', `/articles/${fill('a')}`),
  path('a long extension', `/articles/x.${fill('a')}`),
  path('many extensions', `/articles/x${fill('.a')}`),
  path('many extensions and a mark', `/articles/x${fill('.a')}-`),
  path('escapes of letters', `/articles/${fill('%61')}`),
  path('escapes of two bytes', `/articles/${fill('%C3%A9')}`),
  path('escapes of slashes', `/articles/${fill('%2F')}`),
  path('broken escapes', `/articles/${fill('%C3')}`),
  path('marks in the wrong order', `/articles/a${fill('%CC%81%CC%A3')}`),
  path('few marks in the wrong order on each letter', `/articles/${fill(`a${fill('%CC%81%CC%A3', 300)}`)}`),
  path('Korean letters in parts', `/articles/${fill('%E1%84%80%E1%85%A1')}`),
  path('tabs and line ends that a parser takes away', `/${fill('\t')}x`),
  path('a fragment', `/x#${fill('/')}`),
  query('one name', 'a'),
  query('nothing', '&'),
  query('names', 'a&'),
  query('escapes', '%'),
  query('limits', 'limit=1&'),
  query('limits in escapes', '%6Cimit&'),
  query('almost limits', 'limi&'),
  query('question marks', '?'),
  query('digits of one limit', '1'),
  header('Accept', 'commas', fill(',')),
  header('Accept', 'names', fill('a,')),
  header('Accept', 'a name and commas', `a1${fill(',')}`),
  header('Accept', 'parameters', `a${fill(';a')}`),
  header('Accept', 'parameters of many', fill(`a${fill(';a', 150)},`)),
  header('Accept', 'weights', fill('a;q=0.1,')),
  header('Accept', 'capitals', fill('A')),
  header('Accept', 'spaces', `a${fill(' ')}b`),
  header('Accept-Encoding', 'commas', `a${fill(',')}b`, {}, '/feed.rss'),
  header('Accept-Encoding', 'names', fill('a,'), {}, '/feed.rss'),
  header('Accept-Encoding', 'spaces and semicolons', fill('; '), {}, '/feed.rss'),
  header('Accept-Language', 'names', fill('a,')),
  header('A-IM', 'names', fill('a,'), { 'If-None-Match': '"a"' }, '/feed.rss'),
  header('A-IM', 'weights of nothing', `feed${fill(';q=0')}`, { 'If-None-Match': '"a"' }, '/feed.rss'),
  header('If-None-Match', 'tags', fill('"a",'), {}, '/feed.rss'),
  header('If-None-Match', 'weak tags', fill('W/"a", '), {}, '/feed.rss'),
  header('If-None-Match', 'bare tags', fill('a,'), {}, '/feed.rss'),
  header('If-None-Match', 'quotes', fill('"'), {}, '/feed.rss'),
  header('If-None-Match', 'one quote', `"${fill('a')}`, {}, '/feed.rss'),
  header('If-None-Match', 'weaknesses', fill('W/'), {}, '/feed.rss'),
  header('If-None-Match', 'tags for a delta', fill('"a",'), { 'A-IM': 'feed' }, '/feed.rss'),
  header('If-None-Match', 'one tag of entries', `"a.${fill('0123abc')}"`, { 'A-IM': 'feed' }, '/feed.rss'),
  header('If-None-Match', 'commas before a tag', `a${fill(',')}b`, { 'A-IM': 'feed' }, '/feed.rss'),
  header('If-Match', 'tags', fill('"a",'), {}, '/feed.rss'),
  header('If-Modified-Since', 'digits', fill('1'), {}, '/feed.rss'),
  header('If-Modified-Since', 'a day and spaces', `Mon, ${fill(' ')}`, {}, '/feed.rss'),
  header('If-Unmodified-Since', 'days', fill('Mon, '), {}, '/feed.rss'),
  header('X-Unknown', 'anything', fill('a,'), {}, '/feed.rss'),
]

/** Microseconds of CPU, a request. */
async function costOf({ app, url }: (typeof SITES)[number], sent: Sent): Promise<number> {
  const { path, headers } = sent
  // Or most of what is measured would be to unpack what is stored.
  const init = { headers: { 'Accept-Encoding': 'gzip', ...headers } }
  let [count, microseconds] = [0, 0]
  while (microseconds < LEAST_MEASURED * 1000) {
    const requests = Array.from({ length: BATCH }, () => new Request(url + path, init))
    const before = process.threadCpuUsage()
    for (const request of requests) await app.fetch(request)
    const { user, system } = process.threadCpuUsage(before)
    microseconds += user + system
    count += BATCH
  }
  return microseconds / count
}

describe.each(SITES)('createApp() for $what', (site) => {
  it.each(HOSTILE)(`costs at most ${MOST_TIMES} times as much for 16 kB: $what`, async ({ small, large }) => {
    const few = Math.max(FLOOR, await costOf(site, small))
    let much = Number.POSITIVE_INFINITY
    for (let trial = 0; trial < TRIALS && much >= few * MOST_TIMES; trial++)
      much = Math.min(much, await costOf(site, large))
    expect(much, `${few} µs for a small one`).toBeLessThan(few * MOST_TIMES)
  })
})
