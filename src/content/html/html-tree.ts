import { BoundedParser } from './bounded-parser.ts'

/** A piece of an HTML document: an element, or text with its entities resolved. */
export type HtmlNode = HtmlElement | string

/** An element of an HTML document. */
export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}

/** Deeper than any writer goes, and far from what overflows the stack of those who walk the tree. */
const DEEPEST = 100

/**
 * Quotes and lists within one another that are marked as such where each line bears the marks of all of them, as in Markdown
 * and plain text: else few lines deep within would become a hundred times as long. Their text is there all the same.
 */
export const DEEPEST_MARKS = 20

/**
 * Parses any text as HTML into a tree, below a nameless root. There are no errors: what is not closed ends with what is
 * around it. Comments are left out, and elements nested too deeply are taken for siblings.
 */
export function parseHtml(html: string): HtmlElement {
  const root = growingElement('', {})
  const open = [root]
  // The first line end in a `<pre>` only ends its line (HTML §13.2.6.4.7).
  let dropsLineEnd = false
  const parser = new BoundedParser({
    onopentag: (name, attributes) => {
      const parent = open.at(-1) ?? root
      const element = growingElement(name, attributes)
      dropsLineEnd = name === 'pre'
      parent.children.push(element)
      open.push(open.length > DEEPEST ? parent : element)
    },
    ontext: (data) => {
      const text = dropsLineEnd && data.startsWith('\n') ? data.slice(1) : data
      dropsLineEnd = false
      if (text === '') return
      const siblings = (open.at(-1) ?? root).children
      const last = siblings.at(-1)
      // A text arrives in pieces, one for each entity.
      if (typeof last === 'string') siblings[siblings.length - 1] = last + text
      else siblings.push(text)
    },
    oncomment: () => {
      dropsLineEnd = false
    },
    onclosetag: () => {
      dropsLineEnd = false
      open.pop()
    },
  })
  parser.end(html)
  return root
}

/** An element to which children are still being added. */
interface GrowingElement extends HtmlElement {
  readonly children: HtmlNode[]
}

function growingElement(name: string, attributes: Readonly<Record<string, string>>): GrowingElement {
  return { name, attributes, children: [] }
}

/** The text of a tree as it stands in it, white space and all. */
export function textContent(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textContent).join('')
}

/** The first character of a tree's text, or none. */
export function firstCharacter(node: HtmlNode): string {
  if (typeof node === 'string') return node.charAt(0)
  for (const child of node.children) {
    const first = firstCharacter(child)
    if (first !== '') return first
  }
  return ''
}

const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul video audio'.split(
    ' ',
  ),
)

/** Whether an inline element is around blocks, as a link around a figure: then it is transparent. */
export function hasBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && node.children.some((child) => isBlock(child) || hasBlock(child))
}

/** Whether a node begins on a line of its own. */
export function isBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && BLOCKS.has(node.name)
}
