import { renderText } from '../html/html-text.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'

/** More than any summary is made from. */
const ENOUGH = 1000

/** Where paragraphs belong to somebody else, or to the margin. */
const ASIDE = new Set(['blockquote', 'figure', 'table', 'ul', 'ol', 'dl', 'details', 'pre'])

/** The first paragraphs of an article's own prose, without the marks of footnotes: what its summary is made from. */
export function leadParagraphs(root: HtmlElement): readonly string[] {
  const lead = { paragraphs: [], length: 0 }
  collect(root, lead)
  return lead.paragraphs
}

/** What has been gathered so far, and how long it is. */
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
