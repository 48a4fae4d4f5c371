import { shownLine, shownText } from '../source/legal-text.ts'
import {
  DEEPEST_MARKS,
  type HtmlElement,
  type HtmlNode,
  hasBlock,
  isBlock,
  textContent,
} from './html-tree.ts'

/**
 * Renders parsed, sanitised HTML as plain text, without markup: a blank line between blocks, list items on their own
 * lines, and table cells with bars between them. Pictures are left out.
 */
export function renderText(root: HtmlElement): string {
  return shownText(renderBlocks(root).join('\n\n'))
}

/** Returns the text of a node in one line, with white space collapsed. */
export function renderTextLine(node: HtmlNode): string {
  return shownLine(textContent(node))
}

/** Renders the blocks within `depth` lists. */
function renderBlocks(parent: HtmlElement, depth = 0): string[] {
  const blocks: string[] = []
  let inline = ''
  const flush = (): void => {
    const text = collapse(inline)
    if (text !== '') blocks.push(text)
    inline = ''
  }
  for (const child of parent.children) {
    if (!isBlock(child) && !hasBlock(child)) {
      inline += renderInline(child)
      continue
    }
    flush()
    // One by one: a very long list of arguments would overflow the stack.
    for (const block of renderBlock(child, depth)) blocks.push(block)
  }
  flush()
  return blocks
}

function renderBlock(element: HtmlElement, depth: number): string[] {
  switch (element.name) {
    case 'pre':
      return [textContent(element).replace(/^\n+/, '').trimEnd()].filter((text) => text !== '')
    case 'ul':
    case 'ol':
      return [renderList(element, depth)].filter((text) => text !== '')
    case 'table':
      return [renderRows(element).join('\n')].filter((text) => text !== '')
    case 'audio':
    case 'video':
      return []
    default:
      return renderBlocks(element, depth)
  }
}

function renderList(list: HtmlElement, depth: number): string {
  let number = Number(list.attributes['start'] ?? 1)
  const items: string[] = []
  for (const item of list.children) {
    if (typeof item === 'string') continue
    const text = renderBlocks(item, depth + 1).join('\n')
    const marker = list.name === 'ol' ? `${number}. ` : '- '
    number += 1
    if (text !== '' && depth >= DEEPEST_MARKS) items.push(text)
    else if (text !== '') items.push(marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`))
  }
  return items.join('\n')
}

function renderRows(table: HtmlElement): string[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'caption') return [renderTextLine(child)]
    if (child.name !== 'tr') return renderRows(child)
    const cells = child.children.filter((cell) => typeof cell !== 'string')
    return [cells.map((cell) => renderBlocks(cell).join(' ').replaceAll('\n', ' ')).join(' | ')]
  })
}

function renderInline(node: HtmlNode): string {
  if (typeof node === 'string') return node.replaceAll(/[ \t\n\f\r]+/g, ' ')
  if (node.name === 'br') return '\n'
  if (isBackReference(node)) return ''
  return node.children.map(renderInline).join('')
}

/** Whether an element is the arrow from a footnote back to its reference. Without a link it has no meaning. */
export function isBackReference(element: HtmlElement): boolean {
  return element.name === 'a' && /^\s*↩\uFE0E?\s*$/.test(textContent(element))
}

function collapse(text: string): string {
  const lines = text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' ').replaceAll(/^ | $/g, ''))
  const start = lines.findIndex((line) => line !== '')
  const end = lines.findLastIndex((line) => line !== '')
  return start === -1 ? '' : lines.slice(start, end + 1).join('\n')
}
