import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const LINES: readonly string[] = [
  ...[
    'slug: a-written-slug',
    'slug: A Written Slug Too',
    'slug: été-à-paris',
    'slug: 東京',
    'slug: 2026',
    'slug: "007"',
  ],
  ...['permalink: /2019/05/06/a-permalink/', 'permalink: /old/a-page.html', 'permalink: /blog/:year/:title/'],
  ...[
    'permalink: "/{{ page.fileSlug }}/"',
    'permalink: /café/crème/',
    'permalink: https://old.site/an/absolute-link/',
  ],
  ...[
    'url: /posts/an-url',
    'url: an-url-without-slash',
    'url: /posts/index-of/index.html',
    'url: /x/?p=12',
    'path: 2014/12/12/a-path',
  ],
  ...[
    'aliases: [/old/one/, /old/two.html]',
    'aliases: /old/three',
    'redirect_from: /old/four/',
    'redirect_from:\n  - /old/five\n  - /?p=55',
  ],
  ...[
    'extra:\n  slug: an-extra-slug',
    'slug: both-slug\npermalink: /and/a-link-too/',
    'aliases: ["/alt/é", "/alt/%C3%A9"]',
  ],
]

/** Names that two files in two folders share, so that only their titles tell their slugs apart. */
const SHARED = ['notes', 'release-1-0', 'links']

/** Articles with slugs, permalinks, urls and aliases of every kind. */
export function writtenAddresses(pen: Pen): readonly WrittenFile[] {
  const written = LINES.map((line, index) =>
    articleFile(`addresses/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, line], pen.text()),
  )
  const shared = SHARED.flatMap((name) =>
    ['2024', '2025'].map((year) =>
      articleFile(
        `addresses/${year}/${name}.md`,
        [`title: ${pen.title()}`, `date: ${pen.day()}`],
        pen.text(),
      ),
    ),
  )
  return [...written, ...shared]
}
