import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Beginnings that look like settings a little and are text. The pen's sentence is put in place of `…`. */
const BEGINNINGS: readonly string[] = [
  ...[
    '\n---\n\n…\n\n---\n\n',
    '\n---\n…\n---\n',
    '\n\n***\n\n…\n\n***\n\n',
    ' ---\n…\n\n---\n\n',
    '\n+++\n\n…\n\n+++\n\n',
  ],
  ...['<!-- more about this later -->\n\n', '<!-- title: a note to myself -->\n\n', '<!--\n …\n-->\n'],
  ...['Note: …\n\n', 'Warning: …\nNote: …\n\n', 'Harbour, 3 May: …\n\n', 'Q: …\n\nA: …\n\n', 'PS: …\n\n'],
  ...['He said: …\nShe said: …\n\n', 'https://news.site/ says: …\n\n', '12:30 … \n13:45 …\n\n'],
  ...['{ … }\n\n', '{{ … }}\n\n', '{% … %}\n\n', '{\n…\n}\n\n', '[1]: https://one.site/\n\n… [1]\n\n'],
  ...[
    '; …\n\n',
    ';;; …\n\n',
    '…\n---\n\n',
    '…\n===\n\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
    '- a: …\n- b: …\n\n',
  ],
  ...['* * *\n\n…\n\n', '---\n\n…\n\n'].map((rule) => `\n${rule}`),
]

/** Texts that stay texts whatever is taken for settings one day, without front matter and below it. */
export function textLikeSettings(pen: Pen): readonly WrittenFile[] {
  return BEGINNINGS.flatMap((beginning, index) => {
    const written = () => beginning.replaceAll('…', () => pen.sentence())
    return [
      { path: `like-settings/${pen.day()}-alone-${index}.md`, content: `${written()}${pen.text()}\n` },
      articleFile(
        `like-settings/below-${index}.md`,
        [`title: ${pen.title()}`, `date: ${pen.day()}`],
        `${written()}${pen.text('en', 1)}`,
      ),
    ]
  })
}
