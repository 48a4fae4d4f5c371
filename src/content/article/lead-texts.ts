import { isLeftOut } from '../html/hidden-element.ts'
import { renderText } from '../html/html-text.ts'
import { type HtmlElement, type HtmlNode, hasBlock, isBlock } from '../html/html-tree.ts'

/** Characters. No summary needs more text than this. */
const ENOUGH = 1000

/** The kinds of elements that hold text, in the order in which a summary prefers them. */
const HOLDERS = ['prose', 'aside', 'heading', 'code', 'picture'] as const
type Holder = (typeof HOLDERS)[number]

/** The kind of each element that is not prose: quotations, lists and tables, headings, code. */
const HOLDER_OF: ReadonlyMap<string, Holder> = new Map([
  ...[...'blockquote figure table ul ol dl details'.split(' ')].map((name) => [name, 'aside'] as const),
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading'] as const),
  ['pre', 'code'],
])

/** Elements whose content is a fallback for software that cannot play them. */
const SILENT = new Set(['audio', 'video'])

/**
 * The texts of an article in one kind of element, in order. Each is a paragraph, a list item, a table cell or a similar
 * block.
 */
export interface LeadTexts {
  readonly texts: readonly string[]
  /** Whether the texts are consecutive sentences. */
  readonly areProse: boolean
}

/**
 * Returns the first texts of an article, by kind: first its own prose, then quotations, lists, tables and captions, then
 * headings, code, and the descriptions of pictures. Footnote marks are left out. A summary is made from the first kind that
 * has any text.
 */
export function leadTexts(root: HtmlElement): readonly LeadTexts[] {
  const leads = new Map(HOLDERS.map((holder): [Holder, Lead] => [holder, { texts: [], length: 0 }]))
  collect(root, 'prose', (holder, text) => {
    const lead = leads.get(holder)
    if (lead === undefined || text === '' || lead.length > ENOUGH) return
    lead.texts.push(text)
    lead.length += text.length
  })
  return [...leads].map(([holder, { texts }]) => ({ texts, areProse: holder === 'prose' }))
}

/** The texts collected so far, and their total length. */
interface Lead {
  readonly texts: string[]
  length: number
}

type Take = (holder: Holder, text: string) => void

function collect(parent: HtmlElement, holder: Holder, take: Take): void {
  let run: HtmlNode[] = []
  const flush = (): void => {
    if (run.length > 0) take(holder, renderText({ name: parent.name, attributes: {}, children: run }))
    run = []
  }
  for (const child of parent.children) {
    if (typeof child === 'string' || !(isBlock(child) || hasBlock(child))) {
      if (typeof child !== 'string') tellPictures(child, take)
      if (!isSilent(child)) run.push(child)
      continue
    }
    flush()
    if (!isSilent(child)) collect(child, HOLDER_OF.get(child.name) ?? holder, take)
  }
  flush()
}

/** Whether a node is not shown to readers, or is a footnote mark. */
function isSilent(node: HtmlNode): boolean {
  if (typeof node === 'string') return false
  if (isLeftOut(node) || SILENT.has(node.name)) return true
  return node.name === 'sup' && /^\[\d+/.test(renderText(node))
}

function tellPictures({ name, attributes, children }: HtmlElement, take: Take): void {
  if (name === 'img') take('picture', (attributes['alt'] ?? '').trim())
  for (const child of children) if (typeof child !== 'string') tellPictures(child, take)
}
