import { execFile } from 'node:child_process'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { repeat, send, sendCoded, startHostileServer } from './hostile-server.ts'

const CHILD = join(import.meta.dirname, 'read-in-child.ts')

/** Megabytes: Node by itself takes 100, and what is kept of a feed may be as much again. */
const MOST_MEGABYTES = 350
/** Of CPU, on a machine five times as slow as ours. */
const MOST_SECONDS = 60

const toldSchema = z.object({
  items: z.number().optional(),
  last: z.unknown().optional(),
  message: z.string().optional(),
  megabytes: z.number(),
  seconds: z.number(),
})

const RSS = '<rss version="2.0"><channel>'
const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","items":'
const ITEM = '<item><guid>https://old.site/a</guid></item>'
const MANY = { mostBytes: 25_000_000 }

/** What a server sends, and what is said of it. */
const ROWS: readonly {
  readonly what: string
  readonly answer: (response: ServerResponse) => void
  readonly limits?: object
  readonly told: RegExp
}[] = [
  {
    what: 'items without end',
    answer: (response) => send(response, [RSS], repeat(ITEM)),
    limits: MANY,
    told: /: it (is larger than 25 MB|has more than 500000 items)\. See whether/,
  },
  {
    what: 'white space without end',
    answer: (response) => send(response, repeat(' ')),
    limits: MANY,
    told: /it is larger than 25 MB\./,
  },
  {
    what: 'one text without end',
    answer: (response) => send(response, [`${RSS}<item><title>`], repeat('a')),
    limits: MANY,
    told: /it is larger than 25 MB\./,
  },
  ...(
    ['<!--', `${RSS}<a b="`, `${RSS}<![CDATA[`, `${RSS}<`, '<?xml ', '<!DOCTYPE a [', `${RSS}</`] as const
  ).map((begun) => ({
    what: `what never ends after ${begun}`,
    answer: (response: ServerResponse) => send(response, [begun], repeat('a')),
    limits: { mostBytes: 40_000_000 },
    told: /: (one piece of it is larger than 20 MB|it is larger than 40 MB|it is neither)/,
  })),
  ...(['gzip', 'br', 'deflate'] as const).map((coding) => ({
    what: `a bomb in ${coding}`,
    answer: (response: ServerResponse) => sendCoded(response, coding, [RSS], repeat(`${ITEM}      `)),
    limits: MANY,
    told: /it is larger than 25 MB when it is unpacked\./,
  })),
  {
    what: 'a coding that nobody knows',
    answer: (response) => void response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end('x'),
    told: /nobody knows its coding "gzip, gzip"\./,
  },
  {
    what: 'gzip that is broken off',
    answer: (response) =>
      void response
        .writeHead(200, { 'Content-Encoding': 'gzip' })
        .end(Buffer.from('1f8b0800000000000003', 'hex')),
    told: /unexpected end of file\. Look at/,
  },
  {
    what: '200,000 elements in each other',
    answer: (response) => send(response, [RSS], repeat('<a>', 200_000)),
    told: /it is nested more than 256 levels deep\./,
  },
  {
    what: '200,000 lists in each other',
    answer: (response) => send(response, [`${JSON_FEED}[`], repeat('[', 200_000)),
    told: /it is nested more than 256 levels deep\./,
  },
  {
    what: 'attributes without end',
    answer: (response) => send(response, [`${RSS}<a `], repeat('b="c" ')),
    told: /one of its elements has more than 256 attributes\./,
  },
  {
    what: 'items that only have a length',
    answer: (response) => send(response, [`${JSON_FEED}{"length":1e9}}`]),
    told: /its items are no list\./,
  },
  {
    what: 'a JSON string without end',
    answer: (response) => send(response, [`${JSON_FEED}[{"id":"`], repeat('a')),
    told: /one piece of it is larger than 20 MB\./,
  },
  {
    what: 'JSON that is none',
    answer: (response) => send(response, [`${JSON_FEED}[{"id":nothing}]}`]),
    told: /it is no valid JSON\./,
  },
  {
    what: 'items without end, in JSON',
    answer: (response) => send(response, [`${JSON_FEED}[`], repeat('{"id":"a"},')),
    limits: MANY,
    told: /it (is larger than 25 MB|has more than 500000 items)\./,
  },
  {
    what: 'more items than are read',
    answer: (response) => send(response, [RSS], repeat(ITEM, 2001), ['</channel></rss>']),
    limits: { mostItems: 2000 },
    told: /it has more than 2000 items\./,
  },
  {
    what: 'ids that are long',
    answer: (response) => send(response, [RSS], repeat(`<item><guid>${'a'.repeat(4000)}</guid></item>`)),
    limits: { mostCharacters: 2_000_000 },
    told: /its ids, links and titles have more than 2 million characters together\./,
  },
  {
    what: 'entities that name each other',
    answer: (response) =>
      send(response, [
        `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`,
        `${RSS}<item><guid>https://old.site/&c;</guid></item></channel></rss>`,
      ]),
    told: /^1 items: https:\/\/old\.site\/&c;$/,
  },
  {
    what: 'silence',
    answer: () => {},
    limits: { idleMilliseconds: 300 },
    told: /the server has been silent for 0\.3 s\./,
  },
  {
    what: 'silence after its beginning',
    answer: (response) => void response.writeHead(200).write(RSS),
    limits: { idleMilliseconds: 300 },
    told: /the server has been silent for 0\.3 s\./,
  },
  {
    what: 'a word now and then, for ever',
    answer: (response) => {
      response.writeHead(200).write(RSS)
      const timer = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(timer))
    },
    limits: { totalMilliseconds: 1000 },
    told: /it has not come to its end within 1 s\./,
  },
  {
    what: 'headers without end',
    answer: (response) => void response.writeHead(200, { 'X-Long': 'a'.repeat(100_000) }).end(),
    told: /Header overflow|HPE_HEADER_OVERFLOW/i,
  },
  {
    what: 'redirects without end',
    answer: (response) => void response.writeHead(301, { Location: `?${Math.random()}` }).end(),
    told: /it leads on for more than 10 redirects\./,
  },
  {
    what: 'a redirect to a file',
    answer: (response) => void response.writeHead(301, { Location: 'file:///etc/passwd' }).end(),
    told: /it leads to file:, which is not on the web\./,
  },
  {
    what: 'pages without end',
    answer: (response) =>
      send(response, [
        `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?${Math.random()}"/></feed>`,
      ]),
    limits: { mostPages: 20 },
    told: /it has more than 20 pages\./,
  },
]

const paths = ROWS.map((_, index) => `/${index}`)
let server: Awaited<ReturnType<typeof startHostileServer>>

beforeAll(async () => {
  server = await startHostileServer({
    ...Object.fromEntries(ROWS.map(({ answer }, index) => [paths[index], answer])),
    '/many.rss': (response) =>
      send(
        response,
        [RSS],
        numbered(150_000, (number) => xmlItem(number)),
        ['</channel></rss>'],
      ),
    '/many.json': (response) =>
      send(
        response,
        [`${JSON_FEED}[`],
        numbered(150_000, (number) => jsonItem(number)),
        ['{}]}'],
      ),
  })
})

afterAll(() => {
  server.close()
})

const BODY = `<p>${'parole e altre parole, '.repeat(12)}</p>`

function xmlItem(number: number): string {
  return (
    `<item><title>Old ${number}</title><link>https://old.site/a${number}/</link><wp:post_id>${number}</wp:post_id>` +
    `<guid isPermaLink="false">https://old.site/?p=${number}</guid><pubDate>Sat, 10 Jan 2026 12:00:00 GMT</pubDate>` +
    `<content:encoded><![CDATA[${BODY}]]></content:encoded></item>`
  )
}

function jsonItem(number: number): string {
  const [id, url] = [`https://old.site/?p=${number}`, `https://old.site/a${number}/`]
  return `${JSON.stringify({ id, url, title: `Old ${number}`, date_published: '2026-01-10T12:00:00Z', content_html: BODY })},`
}

function* numbered(count: number, render: (number: number) => string): Generator<string> {
  for (let number = 0; number < count; number += 100)
    yield Array.from({ length: 100 }, (_, index) => render(number + index)).join('')
}

async function readInChild(path: string, limits: object = {}): Promise<z.infer<typeof toldSchema>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--max-old-space-size=192', CHILD, server.origin + path, JSON.stringify(limits)],
  ])
  return toldSchema.parse(JSON.parse(stdout))
}

describe('readFeed()', () => {
  it.each(ROWS.map((row, index) => ({ ...row, path: paths[index] ?? '' })))(
    'survives $what',
    async ({ path, limits, told }) => {
      const { message, items, last, megabytes, seconds } = await readInChild(path, limits)
      const { id } = z.object({ id: z.string().optional() }).catch({}).parse(last)
      expect(message ?? `${items} items: ${id}`).toMatch(told)
      expect(message ?? '').not.toMatch(/\n {4}at /)
      expect(megabytes).toBeLessThan(MOST_MEGABYTES)
      expect(seconds).toBeLessThan(MOST_SECONDS)
    },
    120_000,
  )

  it.each(['/many.rss', '/many.json'])(
    'reads an honest archive of 150,000 items at %s',
    async (path) => {
      const { items, last, message, megabytes, seconds } = await readInChild(path)
      expect([message, items]).toEqual([undefined, 150_000])
      expect(last).toMatchObject({ id: 'https://old.site/?p=149999', title: 'Old 149999' })
      expect(megabytes).toBeLessThan(MOST_MEGABYTES)
      expect(seconds).toBeLessThan(2 * MOST_SECONDS)
    },
    240_000,
  )
})
