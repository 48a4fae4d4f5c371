import type { Pen } from '../pen.ts'
import type { WrittenFile } from '../written-file.ts'

/** What stands before the fence, so that the settings are taken for a part of the text. */
const BEFORE: readonly string[] = [
  ...['\n', '\n\n\n', ' ', '   ', '\t', ' \n', '\r\n'],
  ...['<!-- a comment -->\n', '<!-- a comment\n of two lines -->\n\n', '\n<!-- one --><!-- two -->\n'],
  ...['\ufeff\n', '\ufeff ', '\ufeff<!-- a comment -->\n'],
]

/** Articles whose settings begin below the first line, in YAML and in TOML. Nothing in them withholds. */
export function settingsBelowTheTop(pen: Pen): readonly WrittenFile[] {
  return BEFORE.flatMap((before, index) => {
    const yaml = [
      ...[`title: ${pen.title()}`, `date: ${pen.day()}`, `slug: below-the-top-${index}`, 'author: Bo Li'],
      ...['tags: [Stone, Bread]', 'description: It begins below the top.'],
    ]
    const toml = [
      `title = "${pen.title()}"`,
      `date = ${pen.day()}`,
      `slug = "toml-below-${index}"`,
      'tags = ["Stone"]',
    ]
    return [
      {
        path: `below-the-top/${pen.day()}-yaml-${index}.md`,
        content: `${before}---\n${yaml.join('\n')}\n---\n${pen.text()}\n`,
      },
      {
        path: `below-the-top/${pen.day()}-plus-${index}.md`,
        content: `${before}+++\n${toml.join('\n')}\n+++\n${pen.text()}\n`,
      },
    ]
  })
}
