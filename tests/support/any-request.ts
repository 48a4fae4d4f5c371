import fc from 'fast-check'
import { FEED_ALIASES } from '../../src/edge/app.ts'

/** A request as it might come, well-meant or not. */
export interface AnyRequest {
  readonly method: string
  /** Begins with a slash; whatever else it holds. */
  readonly path: string
  /** Empty, or begins with a question mark. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
}

const piece = fc.oneof(
  fc.constantFrom(
    'feed',
    'articles',
    'articolo-1',
    'media',
    'style',
    '404',
    'tags',
    '..',
    '.',
    '',
    'perché',
    '🗞',
  ),
  fc.constantFrom(
    '.constructor',
    '.rss',
    '.atom',
    '.json',
    '.html',
    '.md',
    '.css',
    '%2e%2e',
    '%00',
    '%ff',
    '%',
    '%2F',
    ';',
    '\\',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

const path = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '/',
      '/feed',
      '/feed.rss',
      '/feed.json',
      '/articles/articolo-1',
      ...Object.keys(FEED_ALIASES),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.array(piece, { maxLength: 3 }).map((parts) => parts.join('')),
        { maxLength: 5 },
      )
      .map((segments) => `/${segments.join('/')}`),
  },
  { weight: 1, arbitrary: fc.nat({ max: 4000 }).map((length) => `/${'a'.repeat(length)}`) },
)

const query = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '?limit=1',
    '?limit=30',
    '?limit=0',
    '?limit',
    '?limit=1&limit=2',
    '?utm_source=x',
    '?%',
    '??',
    '?limit=%ff',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `?${text}`),
)

const printable = fc.string({
  unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
})

/** Headers that the app looks at, some of them with one of `tags` in it, and some that it must not look at. */
function headers(tags: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const names = [
    'Accept',
    'Accept-Encoding',
    'A-IM',
    'If-Match',
    'If-None-Match',
    'If-Modified-Since',
    'If-Unmodified-Since',
    'Range',
    'If-Range',
    'Origin',
    'Sec-Fetch-Dest',
    'X-Forwarded-Host',
  ]
  const values = fc.oneof(
    printable,
    fc.constantFrom('*', '*/*', 'gzip', 'gzip;q=0', 'feed', 'text/html', 'document', 'bytes=0-1', ...tags),
    fc.constantFrom(
      'Thu, 01 Jan 1970 00:00:00 GMT',
      'Fri, 31 Dec 2099 23:59:59 GMT',
      'application/json;q=1.5, ,;;q=',
    ),
  )
  // A tag by chance in the right header is rare, and a 304 is half of what a server of feeds says.
  const known = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...tags).map((tag) => ({ 'If-None-Match': tag })) },
  )
  return fc
    .tuple(fc.dictionary(fc.constantFrom(...names), values), known)
    .map(([some, tag]) => ({ ...some, ...tag }))
}

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD') },
  { weight: 1, arbitrary: fc.constantFrom('OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND') },
)

/** What a reader asks that has a feed already, and takes what is new in it alone. */
function poll(tags: readonly string[], basePath: string): fc.Arbitrary<AnyRequest> {
  const feed = fc.constantFrom('/feed.rss', '/feed.atom', '/feed.json')
  return fc.record({
    method: fc.constantFrom('GET', 'HEAD'),
    path: feed.map((each) => basePath + each),
    query: fc.constant(''),
    headers: fc.constantFrom(...tags).map((tag) => ({ 'A-IM': 'feed', 'If-None-Match': tag })),
  })
}

/** Any request, some of which show a tag of these. Of a site below a path, most are for what is below it. */
export function anyRequest(tags: readonly string[], basePath = ''): fc.Arbitrary<AnyRequest> {
  const besides = fc.constantFrom('//x', `${basePath}x/feed.rss`, `/${basePath}/feed.rss`, basePath || '/')
  const anyPath = fc.oneof(
    { weight: 8, arbitrary: path.map((each) => basePath + each) },
    ...(basePath === '' ? [] : [{ weight: 2, arbitrary: fc.oneof(path, besides) }]),
  )
  return fc.oneof(
    { weight: 9, arbitrary: fc.record({ method, path: anyPath, query, headers: headers(tags) }) },
    { weight: 1, arbitrary: poll(tags, basePath) },
  )
}
