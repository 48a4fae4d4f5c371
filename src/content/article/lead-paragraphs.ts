import { renderText } from '../html/html-text.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'

/** In characters. Longer than the text that any summary is made from. */
const ENOUGH = 1000

/** Elements whose paragraphs are quotations or additions. */
const ASIDE = new Set(['blockquote', 'figure', 'table', 'ul', 'ol', 'dl', 'details', 'pre'])

/** Returns the first paragraphs of an article's own prose, without footnote marks. The summary is made from them. */
export function leadParagraphs(root: HtmlElement): readonly string[] {
  const lead = { paragraphs: [], length: 0 }
  collect(root, lead)
  return lead.paragraphs
}

/** The paragraphs so far, and their length. */
interface Lead {
  readonly paragraphs: string[]
  length: number
}

function collect(parent: HtmlElement, lead: Lead): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || ASIDE.has(child.name)) continue
    if (lead.length > ENOUGH) return
    if (child.name === 'p') {
      const text = renderText(withoutNotes(child))
      if (text !== '') lead.paragraphs.push(text)
      lead.length += text.length
    } else collect(child, lead)
  }
}

function withoutNotes(element: HtmlElement): HtmlElement {
  const isNote = (node: HtmlNode): boolean =>
    typeof node !== 'string' && node.name === 'sup' && /^\[\d+/.test(renderText(node))
  return { ...element, children: element.children.filter((child) => !isNote(child)) }
}
