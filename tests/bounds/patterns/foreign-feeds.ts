import { TooMuch } from '../../../src/import/budget.ts'
import { parseFeedPage } from '../../../src/import/feed-document.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'

/** What is more than is read of a feed has been told of, and cost no more than to find that out. */
function readFeed(text: string): unknown {
  try {
    return parseFeedPage(text, 'https://old.site/feed')
  } catch (error) {
    if (error instanceof TooMuch) return error
    throw error
  }
}

/** In each format: how it begins, and a piece of it that is repeated. */
const XML: readonly (readonly [begun: string, pieces: readonly string[]])[] = [
  [
    '<rss version="2.0"><channel>',
    [
      ...[
        '<item>',
        '<item/>',
        '<item><guid>a</guid></item>',
        '<item><title>',
        '</item>',
        '</',
        '<',
        '&',
        '&a;',
        '&#',
      ],
      ...[
        '<a>',
        '<a></b>',
        '<!--',
        '<!-- -->',
        '<![CDATA[',
        ']]>',
        '<?',
        '<?a?>',
        ' ',
        '<link>',
        '<guid>a</guid>',
      ],
      ...['<item><pubDate>Sat, 10 Jan 2026</pubDate><guid>a</guid></item>', '<a:b xmlns:a="b"/>', '<a b="'],
      ...['<atom:link rel="hub" href="a"/>', '<item><link>a</link><link>b</link></item>', '\n', '="', "'"],
    ],
  ],
  ['<a ', ['b="c" ', 'b ', 'b=', '="', 'xmlns:a="b" ']],
  ['<rss><channel><item><title>', ['a', '<', '&amp;', '\u0301\u0323', '<b>', ' ', '&#x301;&#x323;']],
  ['<rss><channel><item><pubDate>', ['1 ', '2026-01-', ' ', 'gennaio ', 'a']],
  ['<!DOCTYPE rss [', ['<!ENTITY a "b">', '[', '"', ']', '%a;']],
  [
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    ['<entry>', '<entry><id>a</id></entry>', '<link/>', '<link rel="'],
  ],
  ['<rdf:RDF>', ['<item rdf:about="a"/>', '<item rdf:about="', '<channel>']],
]

const JSON_PIECES: readonly string[] = [
  ...[
    '[',
    '{',
    '{"a":',
    ']',
    '}',
    '"',
    '\\',
    '\\"',
    ',',
    ':',
    ' ',
    '{},',
    '1,',
    '{"id":"a"},',
    '"a",',
    '{"id":1e9},',
  ],
  ...['{"title":"<<"},', 'null,', '[],', '{"id":"a","title":"\\u0301\\u0323"},', '"\\u', '-', 'e'],
]

/** What a server may send that is asked for a feed. */
export const FOREIGN_FEED_PATTERNS: readonly HostilePattern[] = [
  ...XML.flatMap(([begun, pieces]) =>
    pieces.map((piece) => ({
      name: `${begun} and ${JSON.stringify(piece)}`,
      make: (bytes: number) => begun + fill(bytes, piece),
      run: readFeed,
    })),
  ),
  ...JSON_PIECES.flatMap((piece) =>
    ['{"version":"https://jsonfeed.org/version/1.1","items":[', '{'].map((begun) => ({
      name: `${begun} and ${JSON.stringify(piece)}`,
      make: (bytes: number) => begun + fill(bytes, piece),
      run: readFeed,
    })),
  ),
  {
    name: 'prefixes, each of which is declared',
    make: (bytes) => `<rss>${fillNumbered(bytes, (number) => `<p${number}:a xmlns:p${number}="x"/>`)}`,
    run: readFeed,
  },
  {
    name: 'members of many names',
    make: (bytes) => `{${fillNumbered(bytes, (number) => `"${number}":[${number}],`)}"version":""}`,
    run: readFeed,
  },
]
