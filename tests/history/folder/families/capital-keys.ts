import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Settings under names that differ from the known ones in their case alone. Each file is dated by its name. */
const LINES: readonly string[] = [
  ...['Title: Bread and bridges', 'TITLE: The loud title', 'Date: 2025-02-03', 'DATE: 2025-02-04T05:06:07Z'],
  ...['PublishDate: 2025-02-05', 'PubDatetime: 2025-02-06', 'Created: 2025-02-07', 'PUBDATE: 2025-02-08'],
  ...['Slug: a-slug-in-capitals', 'SLUG: Another Slug', 'Permalink: /old/place/permalink-in-capitals/'],
  ...['Url: /old/url-in-capitals.html', 'ID: kept-by-nobody', 'Id: https://old.site/p/77', 'GUID: 64f0c1aa'],
  ...['Tags: [Harbour, Bread]', 'TAGS: Harbour', 'Keywords: bread, stone', 'Categories: [Town life]'],
  ...['Author: Zora Neri', 'Authors: [Zora Neri, Bo Li]', 'AUTHOR: Zora Neri <zora@news.site>'],
  ...['Language: it', 'LANG: de', 'Locale: pt_BR', 'Summary: A summary in capitals.'],
  ...['Description: What this is about.', 'EXCERPT: A part of it.', 'Section: Sport', 'Updated: 2025-12-13'],
  ...[
    'Lastmod: 2025-12-14T10:00:00Z',
    'Image: https://pictures.site/capital.jpg',
    'Cover: ../pictures/1.png',
  ],
  ...[
    'Canonical: https://elsewhere.site/first',
    'TranslationKey: capital-key',
    'Enclosure: https://a.site/x.mp3',
  ],
  ...['ImageAlt: A stone', 'Lastmod: 2025-12-15', 'Modified: 2025-12-16', 'Category: Bread', 'Uuid: 77'],
]

/** Articles with one key in capitals, and some with all of them so; the last ones in TOML. */
export function capitalKeys(pen: Pen): readonly WrittenFile[] {
  const alone = LINES.map((line, index) =>
    articleFile(
      named(pen, `one-${index}`),
      [`title: ${pen.title()}`, line].slice(isTitle(line) ? 1 : 0),
      pen.text(),
    ),
  )
  const whole = [1, 2, 3, 4].map((number) =>
    articleFile(
      named(pen, `all-${number}`),
      [
        ...[`Title: ${pen.title()}`, `Date: 2025-01-0${number} 10:00`, `Slug: all-in-capitals-${number}`],
        ...[`ID: all-${number}`, 'Author: Bo Li', 'Tags: [Stone]', 'Language: en', 'Summary: All of it.'],
      ],
      pen.text(),
    ),
  )
  const toml = [1, 2, 3, 4].map((number) => ({
    path: named(pen, `toml-${number}`),
    content: `+++\nTitle = "${pen.title()}"\nDate = 2025-01-1${number}\nTags = ["Stone", "Bread"]\n+++\n${pen.text()}\n`,
  }))
  return [...alone, ...whole, ...toml]
}

function named(pen: Pen, name: string): string {
  return `capital-keys/${pen.day()}-${name}.md`
}

function isTitle(line: string): boolean {
  return /^title:/i.test(line)
}
