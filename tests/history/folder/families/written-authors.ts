import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const LINES: readonly string[] = [
  ...['author: Ada Rossi', 'author: Ada Rossi <ada@news.site>', 'author: Ada Rossi <https://ada.site/>'],
  ...[
    'author: { name: Ada Rossi, email: ada@news.site, url: "https://ada.site/" }',
    'author: [Ada Rossi, Bo Li]',
  ],
  ...[
    'authors: [Ada Rossi, Bo Li, Ada Rossi]',
    'authors: [ada rossi, Ada Rossi]',
    'authors: [Bo Li, BO LI, Bo  Li]',
  ],
  ...['authors: [{ name: Ada Rossi }, Ada Rossi, Ada Rossi <ada@news.site>]', 'author: Ada Rossi and Bo Li'],
  ...['author: Ada Rossi, Bo Li', 'author: "Rossi, Ada"', 'author: Élodie Dubois', 'author: Elodie Dubois'],
  ...[
    'author: 山田太郎',
    'author: محمد علي',
    'author: Ужин Петров',
    'author: "@ada"',
    'author: C++',
    'authors: []',
  ],
  ...[
    'extra:\n  author: Ada Rossi',
    'params:\n  authors: [Bo Li, Ada Rossi]',
    'taxonomies:\n  authors: [Ada Rossi]',
  ],
  ...['author:\n  - Ada Rossi\n  - name: Bo Li\n    url: https://bo.site/\n  - Bo Li'],
]

/** Articles with one author or several, in every spelling, some of them twice. */
export function writtenAuthors(pen: Pen): readonly WrittenFile[] {
  return LINES.map((line, index) =>
    articleFile(`authors/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, line], pen.text()),
  )
}
