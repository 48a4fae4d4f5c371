import { footnoteOf, renderMarkdownInline } from './html-markdown-inline.ts'
import { renderText } from './html-text.ts'
import {
  DEEPEST_MARKS,
  type HtmlElement,
  type HtmlNode,
  hasBlock,
  isBlock,
  textContent,
} from './html-tree.ts'
import { escapeLineStarts, escapeMarkdown, renderCodeBlock } from './markdown-escape.ts'

/**
 * Renders parsed, sanitised HTML as Markdown: CommonMark with GFM's tables and strikethrough, and footnotes. Plain text
 * is escaped, so that it stays plain text in the Markdown.
 */
export function renderMarkdownForm(root: HtmlElement): string {
  return renderBlocks(root).join('\n\n')
}

/** Renders the blocks within `depth` quotes and lists. */
function renderBlocks(parent: HtmlElement, depth = 0): string[] {
  const blocks: string[] = []
  let inline: HtmlNode[] = []
  let listBefore = false
  const flush = (): void => {
    const text = escapeLineStarts(renderMarkdownInline(inline))
    if (text !== '') {
      blocks.push(text)
      listBefore = false
    }
    inline = []
  }
  for (const child of parent.children) {
    if (!isBlock(child) && !hasBlock(child)) {
      inline.push(child)
      continue
    }
    flush()
    const isList = child.name === 'ul' || child.name === 'ol'
    // Two adjacent lists would be one list if they had the same marker (CommonMark §5.3).
    const rendered = isList ? renderList(child, listBefore, depth) : renderBlock(child, depth)
    if (rendered.length > 0) listBefore = isList && !listBefore
    // One by one: a very long list of arguments would overflow the stack.
    for (const block of rendered) blocks.push(block)
  }
  flush()
  return blocks
}

function renderBlock(element: HtmlElement, depth: number): string[] {
  switch (element.name) {
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return renderHeading(element)
    case 'pre':
      return [renderCodeBlock(textContent(element), languageOf(element))]
    case 'blockquote':
      if (depth >= DEEPEST_MARKS) return renderBlocks(element, depth)
      return [
        renderBlocks(element, depth + 1)
          .join('\n\n')
          .replaceAll(/^(?=.)/gm, '> ')
          .replaceAll(/^$/gm, '>'),
      ]
    case 'hr':
      // Not `---`, which would open front matter at the beginning of a file.
      return ['* * *']
    case 'table':
      return renderTable(element)
    case 'dt':
    case 'summary':
      return renderBlocks(element, depth).map((block) => (block.includes('\n') ? block : `**${block}**`))
    case 'audio':
    case 'video':
      return renderMedia(element)
    default:
      return renderBlocks(element, depth)
  }
}

function renderHeading(element: HtmlElement): string[] {
  const text = renderMarkdownInline(element.children).replaceAll(/\\?\n/g, ' ')
  // A `#` at the end would close the heading (CommonMark §4.2).
  return text === '' ? [] : [`${'#'.repeat(Number(element.name.slice(1)))} ${text.replace(/#$/, '\\#')}`]
}

function languageOf(pre: HtmlElement): string {
  const code = pre.children.find((child) => typeof child !== 'string' && child.name === 'code')
  return typeof code === 'object' ? (code.attributes['class'] ?? '').replace(/^language-/, '') : ''
}

function renderList(list: HtmlElement, isSecond: boolean, depth: number): string[] {
  const items = list.children.filter((child) => typeof child !== 'string')
  if (depth >= DEEPEST_MARKS) return items.flatMap((item) => renderBlocks(item, depth))
  const isLoose = items.some((item) =>
    item.children.some((child) => typeof child !== 'string' && child.name === 'p'),
  )
  let number = Math.max(0, Number(list.attributes['start'] ?? 1))
  const rendered: string[] = []
  for (const item of items) {
    const note = footnoteOf(item)
    const blocks = renderBlocks(item, depth + 1)
    if (note !== undefined) {
      rendered.push(`[^${note}]: ${blocks.join('\n\n').replaceAll(/\n(?=.)/g, '\n    ')}`)
      continue
    }
    number = Math.max(0, Number(item.attributes['value'] ?? number))
    const marker = list.name === 'ol' ? `${number}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- '
    number += 1
    const text = blocks.join(isLoose ? '\n\n' : '\n')
    rendered.push((marker + text.replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)).trimEnd())
  }
  return rendered.length === 0 ? [] : [rendered.join(isLoose ? '\n\n' : '\n')]
}

/**
 * The most cells that are added to short rows. Parsers of Markdown add missing cells too (GFM §4.10), so more are not
 * needed.
 */
const MOST_ADDED_CELLS = 65_536

/** The alignment of a column in the delimiter row of a table (GFM §4.10). */
const DELIMITERS: ReadonlyMap<string, string> = new Map([
  ['left', ':--'],
  ['center', ':-:'],
  ['right', '--:'],
])

function renderTable(table: HtmlElement): string[] {
  const before = table.children.flatMap((child) =>
    typeof child !== 'string' && child.name === 'caption' ? renderBlocks(child) : [],
  )
  const rows = rowsOf(table).map((row) =>
    row.children.filter((cell) => typeof cell !== 'string').map((cell) => renderCell(cell)),
  )
  const alignments =
    rowsOf(table)[0]?.children.flatMap((cell) =>
      typeof cell === 'string' ? [] : (cell.attributes['align'] ?? ''),
    ) ?? []
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width === 0) return before
  const line = (cells: readonly string[], columns: number): string =>
    `| ${Array.from({ length: columns }, (_, column) => cells[column] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  const missing = body.reduce((sum, row) => sum + width - row.length, 0)
  const isFilled = missing <= MOST_ADDED_CELLS
  const lines = [
    line(head, width),
    line(
      Array.from({ length: width }, (_, column) => DELIMITERS.get(alignments[column] ?? '') ?? '---'),
      width,
    ),
    ...body.map((row) => line(row, isFilled ? width : row.length)),
  ]
  return [...before, lines.join('\n')]
}

/** In a table, a bar separates cells even inside code (GFM §4.10), so it is escaped. A cell holds one line. */
function renderCell(cell: HtmlElement): string {
  const isSimple = cell.children.every(
    (child) => !isBlock(child) || child.name === 'p' || child.name === 'div',
  )
  if (!isSimple) return escapeMarkdown(renderText(cell).replaceAll('\n', ' '))
  return renderBlocks(cell)
    .join(' ')
    .replaceAll(/\\?\n/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')
}

function rowsOf(parent: HtmlElement): HtmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'tr' ? [child] : child.name === 'caption' ? [] : rowsOf(child)
  })
}

/** Markdown has only pictures: sound and film become links. */
function renderMedia(element: HtmlElement): string[] {
  const sources = [element, ...element.children.filter((child) => typeof child !== 'string')]
  const url = sources.map(({ attributes }) => attributes['src']).find((src) => src !== undefined)
  return url === undefined ? [] : [`<${url}>`]
}
