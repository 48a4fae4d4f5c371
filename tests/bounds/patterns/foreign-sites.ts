import { decodeDocument, encodingOf } from '../../../src/import/decode-document.ts'
import { looksLikeFeed, looksLikePage } from '../../../src/import/feed-document.ts'
import { refusedBy } from '../../../src/node/doctor/checks/robots.ts'
import { feedsOfOpml, feedsOfPage } from '../../../src/node/doctor/feed-addresses.ts'
import { linksIn } from '../../../src/node/doctor/link-header.ts'
import { recognizeBlock } from '../../../src/node/doctor/recognize-block.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'

const URLS = ['https://old.site/', `https://old.site/${'a'.repeat(2000)}`]

function readPage(text: string): unknown {
  const answer = {
    url: 'https://old.site/',
    status: 200,
    headers: new Map(),
    body: Buffer.alloc(0),
    isCut: false,
    at: 0,
  }
  return [
    feedsOfPage(text, 'https://old.site/'),
    feedsOfOpml(text, 'https://old.site/'),
    looksLikeFeed(text),
    looksLikePage(text),
    recognizeBlock(answer, text),
  ]
}

function readHeader(text: string): unknown {
  return [
    linksIn(text, 'hub', 'https://old.site/'),
    encodingOf(Buffer.from(text), text),
    decodeDocument(Buffer.from(text), text),
  ]
}

const PAGES: readonly string[] = [
  ...[
    '<div>',
    '<p>',
    '<a>',
    '</div>',
    '</p>',
    '<',
    '</',
    '<!--',
    '<!-- -->',
    '<a b="',
    '<a b ',
    '<svg>',
    '<table>',
  ],
  ...[
    '<link rel="alternate" type="application/rss+xml" href="a">',
    '<link ',
    'rel="a" ',
    '<outline>',
    '<script>',
  ],
  ...[
    '<select><option>',
    '<title>',
    '<math><p>',
    '&',
    '&amp',
    '<![CDATA[',
    '<?',
    ' ',
    '<title>just a moment',
    'captch',
  ],
  ...['<li><ul>', '<b><i></b>', '<textarea>', '<style>', '<form>', '<h1><h2>', '<td>'],
]

const ROBOTS: readonly string[] = [
  ...[
    'User-agent: *\n',
    'User-agent: a\n',
    'Disallow: /\n',
    'Disallow: *a\n',
    'Disallow: /*a*a*a*a*a$\n',
    '*',
    ':',
    '#',
    '\r',
  ],
  ...['Allow: /a\nDisallow: /b\n', ' ', 'User-agent: *\nDisallow: /\n', '$', 'Disallow:'],
]

const LINKS: readonly string[] = [
  ...[
    '<',
    '<a>',
    '<a>;',
    '<a>; rel="hub",',
    '; rel=',
    ';',
    ' ',
    '; a="b"',
    '; a=',
    ' ;a',
    '"',
    ',',
    '; rel="hub" ',
  ],
  ...['; charset=', ';charset', '<a>; rel=hub, '],
]

/** What a server may send beside feeds: pages, lists, robots.txt and headers. */
export const FOREIGN_SITE_PATTERNS: readonly HostilePattern[] = [
  ...PAGES.flatMap((piece) =>
    ['', '<!doctype html><html><head>'].map((begun) => ({
      name: `a page of ${begun}${JSON.stringify(piece)}`,
      make: (bytes: number) => begun + fill(bytes, piece),
      run: readPage,
    })),
  ),
  ...ROBOTS.map((piece) => ({
    name: `robots.txt of ${JSON.stringify(piece)}`,
    make: (bytes: number) => `User-agent: *\nDisallow: ${fill(bytes, piece)}`,
    run: (text: string) => refusedBy(text, URLS),
  })),
  ...LINKS.map((piece) => ({
    name: `a header of ${JSON.stringify(piece)}`,
    make: (bytes: number) => `<a>${fill(bytes, piece)}x`,
    run: readHeader,
  })),
  {
    name: 'many feeds',
    make: (bytes) =>
      fillNumbered(bytes, (number) => `<link rel=alternate type=application/rss+xml href=/${number}>`),
    run: readPage,
  },
]
