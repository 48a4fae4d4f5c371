import { isLeftOut } from '../html/hidden-element.ts'
import { renderText } from '../html/html-text.ts'
import { type HtmlElement, type HtmlNode, hasBlock, isBlock } from '../html/html-tree.ts'

/** More than any summary is made from. */
const ENOUGH = 1000

/** What holds the texts of an article, the best to be summarised first. */
const HOLDERS = ['prose', 'aside', 'heading', 'code', 'picture'] as const
type Holder = (typeof HOLDERS)[number]

/** Holders other than prose, by element: where words are somebody else's, in the margin, or no sentences. */
const HOLDER_OF: ReadonlyMap<string, Holder> = new Map([
  ...[...'blockquote figure table ul ol dl details'.split(' ')].map((name) => [name, 'aside'] as const),
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading'] as const),
  ['pre', 'code'],
])

/** Elements whose content is only for those who cannot play them. */
const SILENT = new Set(['audio', 'video'])

/** Texts of an article that one kind of element holds, each a paragraph, an item, a cell or such, in order. */
export interface LeadTexts {
  readonly texts: readonly string[]
  /** Whether they follow each other as sentences do. */
  readonly areProse: boolean
}

/**
 * The first texts of an article without the marks of footnotes, by what holds them: its own prose, then quotes, lists,
 * tables and captions, headings, code, and at last what pictures show. A summary is made from the first that say anything.
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

/** What has been gathered so far, and how long it is. */
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

/** What readers get nothing of, and the mark of a footnote. */
function isSilent(node: HtmlNode): boolean {
  if (typeof node === 'string') return false
  if (isLeftOut(node) || SILENT.has(node.name)) return true
  return node.name === 'sup' && /^\[\d+/.test(renderText(node))
}

function tellPictures({ name, attributes, children }: HtmlElement, take: Take): void {
  if (name === 'img') take('picture', (attributes['alt'] ?? '').trim())
  for (const child of children) if (typeof child !== 'string') tellPictures(child, take)
}
