import { escapeHtml, escapeHtmlAttribute } from '../../model/escape.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** Elements without content or end tag (HTML §13.1.2). */
const VOID = new Set(['br', 'hr', 'img', 'source', 'wbr'])

/**
 * Renders a sanitised tree as HTML: balanced, in NFC, with every `&`, `<` and `>` in text escaped. Attributes keep the
 * order of the tree.
 */
export function renderHtml(root: HtmlElement): string {
  return root.children.map(renderNode).join('').normalize('NFC').trim()
}

function renderNode(node: HtmlNode): string {
  // U+0338 after a tag's `>` would become `≯` when a program normalises the document.
  if (typeof node === 'string') return escapeHtml(node).replace(/^\u0338/, '&#824;')
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeHtmlAttribute(value)}"`,
  )
  const start = `<${node.name}${attributes.join('')}>`
  if (VOID.has(node.name)) return start
  // A parser drops the first line end of a `<pre>` (HTML §13.2.6.4.7). A line end in the content needs another one
  // before it.
  const first =
    node.name === 'pre' && typeof node.children[0] === 'string' && node.children[0].startsWith('\n')
      ? '\n'
      : ''
  return `${start}${first}${node.children.map(renderNode).join('')}</${node.name}>`
}
