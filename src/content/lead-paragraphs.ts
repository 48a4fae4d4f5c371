import { renderText } from './html/html-text.ts'
import type { HtmlElement, HtmlNode } from './html/html-tree.ts'

/** More than any summary is made from. */
const ENOUGH = 1000

/** Where paragraphs belong to somebody else, or to the margin. */
const ASIDE = new Set(['blockquote', 'figure', 'table', 'ul', 'ol', 'dl', 'details', 'pre'])

/** The first paragraphs of an article's own prose, without the marks of footnotes: what its summary is made from. */
export function leadParagraphs(root: HtmlElement): readonly string[] {
  const paragraphs: string[] = []
  collect(root, paragraphs)
  return paragraphs
}

function collect(parent: HtmlElement, paragraphs: string[]): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || ASIDE.has(child.name)) continue
    if (paragraphs.reduce((length, text) => length + text.length, 0) > ENOUGH) return
    if (child.name === 'p') {
      const text = renderText(withoutNotes(child))
      if (text !== '') paragraphs.push(text)
    } else collect(child, paragraphs)
  }
}

function withoutNotes(element: HtmlElement): HtmlElement {
  const isNote = (node: HtmlNode): boolean =>
    typeof node !== 'string' && node.name === 'sup' && /^\[\d+/.test(renderText(node))
  return { ...element, children: element.children.filter((child) => !isNote(child)) }
}
