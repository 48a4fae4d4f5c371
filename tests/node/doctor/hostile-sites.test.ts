import { execFile } from 'node:child_process'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { repeat, send, startHostileServer } from '../../import/hostile-server.ts'

const CHILD = join(import.meta.dirname, 'examine-in-child.ts')

/** Megabytes: Node takes 100, and fourteen readers ask for 5 MB each. */
const MOST_MEGABYTES = 600
/** Of CPU, on a machine five times as slow as ours. */
const MOST_SECONDS = 60

/** 200 MB of white space in 200 kB. */
const BOMB = gzipSync(Buffer.alloc(200_000_000, ' '))

const RSS = '<rss version="2.0"><channel>'
const toldSchema = z.object({ told: z.array(z.string()), megabytes: z.number(), seconds: z.number() })

/** What a server sends for everything below an address, and what is said of it. */
const ROWS: readonly {
  readonly what: string
  readonly path: string
  readonly answer: (response: ServerResponse) => void
  readonly told: RegExp
}[] = [
  {
    what: 'a feed without end',
    path: '/1/feed.rss',
    answer: (response) => send(response, [RSS], repeat('<item><guid>https://old.site/a</guid></item>')),
    told: /error size: has more than 5000 kB, and was not read to its end/,
  },
  {
    what: 'a bomb',
    path: '/2/feed.rss',
    answer: (response) => void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(BOMB),
    told: /error (compression: cannot be unpacked|size: has more than)/,
  },
  {
    what: 'deep nesting',
    path: '/3/feed.rss',
    answer: (response) => send(response, [RSS], repeat('<a>', 200_000)),
    told: /error document: is more than readers take: it is nested more than 256 levels deep/,
  },
  {
    what: 'deep nesting in JSON',
    path: '/4/feed.json',
    answer: (response) =>
      send(response, ['{"version":"https://jsonfeed.org/version/1.1","items":['], repeat('[', 200_000)),
    told: /error document: is more than readers take: it is nested more than 256 levels deep/,
  },
  {
    what: 'items that only have a length',
    path: '/5/feed.json',
    answer: (response) =>
      send(response, ['{"version":"https://jsonfeed.org/version/1.1","items":{"length":1e9}}']),
    told: /error document: cannot be read: its items are no list/,
  },
  {
    what: 'a page of nothing but what opens',
    path: '/6/',
    answer: (response) => send(response, ['<!doctype html><html><body>'], repeat('<div>', 900_000)),
    told: /error discovery: names no feed/,
  },
  {
    what: 'attributes without end',
    path: '/7/feed.rss',
    answer: (response) => send(response, [`${RSS}<a `], repeat('b="c" ', 700_000)),
    told: /error document: is more than readers take: one of its elements has more than 256 attributes/,
  },
  {
    what: 'many agents and rules',
    path: '/robots.txt',
    answer: (response) =>
      send(response, repeat('User-agent: a\n', 150_000), repeat('Disallow: *a*a$\n', 150_000)),
    told: /./,
  },
]

let server: Awaited<ReturnType<typeof startHostileServer>>

beforeAll(async () => {
  server = await startHostileServer(Object.fromEntries(ROWS.map(({ path, answer }) => [path, answer])))
})

afterAll(() => {
  server.close()
})

describe('examineSite()', () => {
  it.each(ROWS)(
    'survives $what',
    async ({ path, told: expected }) => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        ...['--max-old-space-size=256', CHILD, server.origin + path],
      ])
      const { told, megabytes, seconds } = toldSchema.parse(JSON.parse(stdout))
      expect(told.join('\n')).toMatch(expected)
      expect(megabytes).toBeLessThan(MOST_MEGABYTES)
      expect(seconds).toBeLessThan(MOST_SECONDS)
    },
    240_000,
  )
})
