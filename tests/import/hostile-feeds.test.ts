import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HOSTILE_ANSWERS, JSON_FEED, RSS } from './hostile-answers.ts'
import { send, startHostileServer } from './hostile-server.ts'

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

const paths = HOSTILE_ANSWERS.map((_, index) => `/${index}`)
let server: Awaited<ReturnType<typeof startHostileServer>>

beforeAll(async () => {
  server = await startHostileServer({
    ...Object.fromEntries(HOSTILE_ANSWERS.map(({ answer }, index) => [paths[index], answer])),
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
  it.each(HOSTILE_ANSWERS.map((row, index) => ({ ...row, path: paths[index] ?? '' })))(
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
