import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const TITLES: readonly string[] = [
  ...[
    '"🚲"',
    '"🚲 by bike 🚲"',
    '"…"',
    'Learning C++',
    'Learning Pascal',
    'Learning F#',
    '2025',
    '1.0',
    'true',
    '"null"',
  ],
  ...[
    '"A <b>bold</b> title & more"',
    '"“Quoted” – and dashed…"',
    '"L’università è aperta"',
    'Ænima ŒUVRE straße Łódź',
  ],
  ...[
    '"\\u0085 next line \\u0093 quoted \\u0094"',
    '"tab\\there and\\nthere"',
    '"\\u200fשלום world"',
    '東京の天気',
    '北京的天气',
    'مرحبا بالعالم',
  ],
  ...[
    '"Ends with a colon:"',
    "'It''s here'",
    '"[WIP] a thing"',
    '"@handle says"',
    '"`code` title"',
    '"100% & 5 €"',
    'Éa',
    'Ea a',
  ],
  ...[
    `"${'A very long title that goes on and on '.repeat(8)}"`,
    '"  spaced   out  "',
    'déjà vu',
    '| a | pipe'.replace('| a', 'a'),
  ],
]

/** Articles with titles that need care, and some that have none. */
export function oddTitles(pen: Pen): readonly WrittenFile[] {
  const titled = TITLES.map((title, index) =>
    articleFile(`titles/${index}.md`, [`title: ${title}`, `date: ${pen.day()}`], pen.text()),
  )
  const headed = [1, 2, 3].map((number) =>
    articleFile(`titles/heading-${number}.md`, [`date: ${pen.day()}`], `# ${pen.title()}\n\n${pen.text()}`),
  )
  const twice = [1, 2].map((number) => {
    const title = pen.title()
    return articleFile(
      `titles/twice-${number}.md`,
      [`title: ${title}`, `date: ${pen.day()}`],
      `# ${title}\n\n${pen.text()}`,
    )
  })
  const untitled = [
    'a-note',
    'second_note',
    '20251105-note',
    '2025-10-10',
    '2025-10-12-',
    '日記',
    'UPPER',
  ].map((name) => articleFile(`titles/${name}.md`, [`date: ${pen.day()}`], pen.paragraph()))
  const empty = articleFile('titles/empty-title.md', ['title: ""', `date: ${pen.day()}`], pen.text())
  const folder = articleFile('titles/a-folder-note/index.md', [`date: ${pen.day()}`], pen.text())
  return [...titled, ...headed, ...twice, ...untitled, empty, folder]
}
