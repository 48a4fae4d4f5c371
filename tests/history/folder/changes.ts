import type { WrittenFile } from './written-file.ts'

/** Something that happens to some of the articles, and stays so. */
export interface Change {
  /** The edition before which it happens: the first is 1. */
  readonly edition: number
  /** It happens to each article whose number leaves `rest` when divided by `every`. */
  readonly every: number
  readonly rest: number
  /** The article as it is afterwards; as it was, where this cannot happen to it. Absent: it is taken away. */
  readonly change: (file: WrittenFile, number: number) => WrittenFile | undefined
}

/** Front matter of the ordinary kind, with a title of its own and a day. */
const ORDINARY = /^---\ntitle: [^\n]*\ndate: (\d{4}-\d{2}-\d{2})\n/

/** In the order in which they happen. What happens twice to one article happens in different editions. */
export const CHANGES: readonly Change[] = [
  { edition: 2, every: 11, rest: 3, change: edit(/^title: (?=[^"'])/m, 'title: Again, ') },
  { edition: 2, every: 17, rest: 5, change: rename },
  {
    edition: 2,
    every: 23,
    rest: 7,
    change: (file, number) => add(`slug: new-name-${number}`)(file),
  },
  { edition: 3, every: 13, rest: 4, change: lengthen },
  { edition: 3, every: 31, rest: 9, change: add('draft: true') },
  { edition: 4, every: 19, rest: 6, change: () => undefined },
  { edition: 4, every: 29, rest: 8, change: edit(/^date: \d{4}-\d{2}/m, 'date: 2025-10') },
  { edition: 4, every: 37, rest: 10, change: add('feed: false') },
  { edition: 4, every: 46, rest: 7, change: edit(/^slug: new-name-\d+\n/m, '') },
  { edition: 5, every: 62, rest: 9, change: edit(/^draft: true\n/m, '') },
  { edition: 5, every: 41, rest: 12, change: add('updated: 2026-04-15T09:08:07Z') },
  { edition: 5, every: 43, rest: 13, change: move },
]

/** Changes an article of the ordinary kind; others stay as they are. */
function edit(pattern: RegExp, text: string): (file: WrittenFile) => WrittenFile {
  return (file) => {
    const { content } = file
    if (typeof content !== 'string' || !ORDINARY.test(content)) return file
    return { ...file, content: content.replace(pattern, text) }
  }
}

/** Adds a setting, unless the article has it already in any case. */
function add(line: string): (file: WrittenFile) => WrittenFile {
  const known = new RegExp(`^${line.replace(/:.*/, '')}:`, 'im')
  return (file) => (known.test(String(file.content)) ? file : edit(/^date: [^\n]*\n/m, `$&${line}\n`)(file))
}

function rename(file: WrittenFile): WrittenFile {
  return /index\.[a-z]+$/.test(file.path)
    ? file
    : { ...file, path: file.path.replace(/(\.[a-z]+)$/, '-renamed$1') }
}

/** Into a folder of another name, and so into another section; what it shows beside it is lost there. */
function move(file: WrittenFile): WrittenFile {
  return /^[a-z]{2}\//.test(file.path) ? { ...file, path: `moved/${file.path.replace('/', '-')}` } : file
}

/** Adds a paragraph, whatever kind of file it is. */
function lengthen(file: WrittenFile): WrittenFile {
  const later = /\.html?$/.test(file.path) ? '<p>Written later.</p>' : 'Written later.'
  return { ...file, content: `${file.content}\n${later}\n` }
}
