import type { FeedItem } from '../../../src/ledger/feed-item.ts'
import { parseLedger } from '../../../src/ledger/ledger-codec.ts'
import { type MatchableArticle, matchItems } from '../../../src/ledger/match-items.ts'
import { EPOCH } from '../../../src/model/instant.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'

const HEAD =
  '["strillone-ledger-1"\n,{"authority":"example.org","year":2026,"url":"https://example.org","title":"T","language":"it"}\n'

const MOMENTS = ['published', 'updated', 'changed']
  .map((name) => `"${name}":"2026-01-01T12:00:00.000Z"`)
  .join(',')

function entry(number: number, further = ''): string {
  const id = `tag:example.org,2026:${number}`
  return `,{"id":"${id}","slug":"a-${number}","path":"${number}.md",${MOMENTS},${further}"digest":"${'0'.repeat(32)}"}\n`
}

function read(text: string): unknown {
  // It remembers the last text that it has read.
  parseLedger('')
  return parseLedger(text)
}

const PIECES: readonly string[] = [
  ...[
    ' ',
    ',',
    ', ',
    '[',
    ']',
    '[ ',
    '] ',
    ',[',
    '{',
    '}',
    '"',
    '\\',
    '"a",',
    '\n',
    '{}\n',
    '1\n',
    '"strillone-ledger-1"\n',
  ],
  ...[
    '<<<<<<<\n',
    '=======\n',
    '|||||||\n',
    ',{"kind":"tag"}\n',
    ',{"id":1}\n',
    '[[',
    '[1,',
    '\t',
    '\u2028',
    'null\n',
  ],
]

const SHAPED: readonly HostilePattern[] = [
  { name: 'entries', make: (bytes) => HEAD + fillNumbered(bytes, (number) => entry(number)), run: read },
  {
    name: 'one entry again and again',
    make: (bytes) => HEAD + fillNumbered(bytes, () => entry(1)),
    run: read,
  },
  {
    name: 'entries of one slug',
    make: (bytes) => HEAD + fillNumbered(bytes, (number) => entry(number).replace(/"a-\d+"/, '"a"')),
    run: read,
  },
  {
    name: 'one entry with former slugs',
    make: (bytes) => HEAD + entry(1, `"former":[${fillNumbered(bytes, (number) => `"b${number}",`)}"c"],`),
    run: read,
  },
  {
    name: 'one entry whose former slugs grow line by line',
    make: (bytes) => HEAD + fillNumbered(bytes, (number) => entry(1, `"former":["b${number}"],`)),
    run: read,
  },
  {
    name: 'unknown keys',
    make: (bytes) =>
      HEAD +
      entry(
        1,
        fillNumbered(bytes, (number) => `"k${number}":1,`),
      ),
    run: read,
  },
  {
    name: 'blanks in a string',
    make: (bytes) => HEAD + entry(1, `"text":"${' '.repeat(bytes)}",`),
    run: read,
  },
  {
    name: 'commas in a string',
    make: (bytes) => HEAD + entry(1, `"text":"${','.repeat(bytes)}x",`),
    run: read,
  },
  {
    name: 'brackets in a string',
    make: (bytes) => HEAD + entry(1, `"text":"${'],'.repeat(bytes / 2)}",`),
    run: read,
  },
  { name: 'a long slug', make: (bytes) => HEAD + entry(1).replace('a-1', 'a-'.repeat(bytes / 2)), run: read },
  {
    name: 'a long id',
    make: (bytes) => HEAD + entry(1).replace('2026:1', `2026:${'a'.repeat(bytes)}`),
    run: read,
  },
  {
    name: 'a term of marks',
    make: (bytes) => `${HEAD},{"kind":"tag","name":"x","slug":"${fill(bytes, '\u0301\u0323')}"}\n`,
    run: read,
  },
  {
    name: 'terms',
    make: (bytes) =>
      HEAD + fillNumbered(bytes, (number) => `,{"kind":"tag","name":"x","slug":"x${number}"}\n`),
    run: read,
  },
]

/** As many items as articles, about 64 bytes each. */
interface Matching {
  readonly items: readonly FeedItem[]
  readonly articles: readonly MatchableArticle[]
}

const MATCHED: readonly (readonly [
  name: string,
  (number: number) => FeedItem,
  (number: number) => MatchableArticle,
])[] = [
  ['items with the ids of articles', (number) => ({ id: `a:${number}` }), (number) => article(number)],
  ['items that are no articles', (number) => ({ id: `b:${number}` }), (number) => article(number)],
  ['items of one title', (number) => ({ id: `b:${number}`, title: 'T' }), (number) => article(number, 'T')],
  [
    'items that are found by their titles only',
    (number) => ({ id: `b:${number}`, title: `“T” <b>${number}</b>` }),
    (number) => article(number, `T ${number}`),
  ],
  [
    'items with titles of brackets',
    (number) => ({ id: `b:${number}`, title: '<'.repeat(4000) }),
    (number) => article(number, '&a'.repeat(2000)),
  ],
  [
    'items with titles of marks',
    (number) => ({ id: `b:${number}`, title: '\u0301\u0323'.repeat(2000) }),
    (number) => article(number),
  ],
]

function article(number: number, title = `Title ${number}`): MatchableArticle {
  return { id: `a:${number}`, path: `2026-01-01-a${number}.md`, slug: `a${number}`, title, published: EPOCH }
}

/** What a file beside the articles may hold, and what `ledger rebuild` may be given to match. */
export const LEDGER_LINE_PATTERNS: readonly HostilePattern[] = [
  ...PIECES.flatMap((piece) =>
    ['', HEAD, `${HEAD},"`].map((begun) => ({
      name: `${begun === '' ? '' : begun === HEAD ? 'lines, then ' : 'a string of '}${JSON.stringify(piece)}`,
      make: (bytes: number) => `${begun}${fill(bytes, piece)}x`,
      run: read,
    })),
  ),
  ...SHAPED,
]

export const MATCHING_PATTERNS: readonly HostilePattern<Matching>[] = MATCHED.map(
  ([name, ofItem, ofArticle]) => ({
    name,
    make: (bytes) => {
      const numbers = Array.from({ length: bytes / 64 }, (_, number) => number)
      return { items: numbers.map(ofItem), articles: numbers.map(ofArticle) }
    },
    run: ({ items, articles }) => matchItems(items, articles),
  }),
)
