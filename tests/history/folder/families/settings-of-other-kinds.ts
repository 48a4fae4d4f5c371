import type { Pen } from '../pen.ts'
import type { WrittenFile } from '../written-file.ts'

/** Articles with front matter as Hugo writes JSON and as Hexo writes it, of which nothing withholds. */
export function settingsOfOtherKinds(pen: Pen): readonly WrittenFile[] {
  return [1, 2, 3, 4, 5, 6].flatMap((number) => {
    const about = { title: pen.title(), date: pen.day(), tags: ['Stone', 'Bread'], author: 'Bo Li' }
    const json = JSON.stringify({ ...about, slug: `hugo-json-${number}`, weight: number }, null, 2)
    const inner = JSON.stringify({ ...about, title: pen.title() }, null, 2).slice(2, -2)
    const hexo = [`title: ${pen.title()}`, `date: ${pen.day()} 10:20:30`, 'tags:', '  - Stone', '  - Bread']
    return [
      { path: named(pen, `hugo-${number}`), content: `${json}\n\n${pen.text()}\n` },
      { path: named(pen, `hexo-json-${number}`), content: `;;;\n${inner}\n;;;\n\n${pen.text()}\n` },
      { path: named(pen, `hexo-${number}`), content: `${hexo.join('\n')}\n---\n${pen.text()}\n` },
      {
        path: named(pen, `compact-${number}`),
        content: `${JSON.stringify({ title: pen.title() })}\n${pen.text()}\n`,
      },
    ]
  })
}

function named(pen: Pen, name: string): string {
  return `other-kinds/${pen.day()}-${name}.md`
}
