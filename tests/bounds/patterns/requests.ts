import { formatFeedTag } from '../../../src/bundle/feed-tag.ts'
import { findAddress, ROUTES } from '../../../src/edge/app.ts'
import { decide } from '../../../src/edge/decide.ts'
import { acceptsCoding, parseAccept } from '../../../src/edge/http/accept.ts'
import { decideRange } from '../../../src/edge/http/range.ts'
import { parseLimit, queryOf } from '../../../src/edge/limit.ts'
import { parseResourcePath, pathBelow, withoutExtraSlashes } from '../../../src/edge/request-path.ts'
import { EPOCH } from '../../../src/model/instant.ts'
import { aRepresentation } from '../../support/a-resource.ts'
import { fill } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'

const FEED = {
  ...aRepresentation(),
  etag: formatFeedTag('0'.repeat(32), []),
  entries: [{ start: 0, end: 1 }],
}

/** All that is done with the line of a request, each step also with what the one before would have kept from it. */
function readTarget(target: string): unknown {
  const url = `https://example.org${target}`
  return [
    pathBelow('', url),
    pathBelow('/blog', url),
    findAddress(target, ROUTES),
    withoutExtraSlashes(target),
    parseResourcePath(target),
    parseLimit(queryOf(url), 30),
  ]
}

/** All that is done with a header, whichever it is. */
function readHeader(value: string): unknown {
  const headers = new Headers()
  for (const name of NAMES) headers.set(name, value)
  const conditional = new Headers({ 'A-IM': 'feed', 'If-None-Match': value })
  const dated = new Headers({ 'If-Modified-Since': value, 'If-Unmodified-Since': value })
  return [
    parseAccept(value),
    acceptsCoding(value, 'gzip'),
    ...[headers, conditional, dated].map((each) => decide(each, FEED, EPOCH, { deltas: true })),
    decideRange(headers, { length: 1000, lastModified: EPOCH, now: EPOCH }),
  ]
}

const NAMES = ['A-IM', 'If-Match', 'If-None-Match', 'Range', 'If-Range']

const TARGETS: readonly string[] = [
  ...[
    '/',
    '/a',
    'a',
    '.',
    './',
    '../',
    '/..',
    '%2F',
    '%61',
    '%C3%A9',
    '%C3',
    '%',
    '%CC%81%CC%A3',
    '.a',
    '.rss',
  ],
  ...['?', '&', '=', '&limit=1', '&%6Cimit', 'limi&', '?limit=', '#', ';', '\\', '+'],
]

const HEADERS: readonly string[] = [
  ...[',', ', ', ' ', ';', 'a', 'a,', 'a;q=0.1,', ';q=', 'q=0;', '*', '"', '"a",', '"a', 'W/', 'W/"a"', '""'],
  ...['bytes=', '0-1,', '-', '1', 'Mon, ', '01 Jan 2026 ', 'feed,', 'feed;q=0,', '0123abc', 'text/*,'],
]

/** What a stranger may send to the edge, as far beyond what Cloudflare lets through as it goes. */
export const REQUEST_PATTERNS: readonly HostilePattern[] = [
  ...TARGETS.map((piece) => ({
    name: `a path of ${JSON.stringify(piece)}`,
    make: (bytes: number) => `/${fill(bytes, piece)}x`,
    run: readTarget,
  })),
  ...HEADERS.map((piece) => ({
    name: `a header of ${JSON.stringify(piece)}`,
    make: (bytes: number) => `a${fill(bytes, piece)}b`,
    run: readHeader,
  })),
  ...['bytes=', '"', 'W/"', 'feed;', 'Mon, ', '0'.repeat(32), 'a.'].map((begun) => ({
    name: `a header of ${JSON.stringify(begun)} and what does not end it`,
    make: (bytes: number) => begun + fill(bytes, 'a1 '),
    run: readHeader,
  })),
]
