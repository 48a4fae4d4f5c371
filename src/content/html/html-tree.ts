import { BoundedParser } from './bounded-parser.ts'

/** A node of an HTML document: an element, or text with its entities decoded. */
export type HtmlNode = HtmlElement | string

/** An element of an HTML document. */
export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}

/** Deeper than any writer nests elements, and far below the depth at which recursive walks overflow the stack. */
const DEEPEST = 100

/**
 * The greatest depth of nested quotes and lists that Markdown and plain text mark. Each line bears the marks of all
 * levels, so deep nesting would make few lines a hundred times as long. Deeper text is written without further marks.
 */
export const DEEPEST_MARKS = 20

/**
 * Parses any text as HTML into a tree below a root without a name. There are no errors: an unclosed element ends with
 * its parent. Comments are dropped, and elements nested too deeply become siblings.
 */
export function parseHtml(html: string): HtmlElement {
  const root = growingElement('', {})
  const open = [root]
  // The line end directly after `<pre>` is not content (HTML §13.2.6.4.7).
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
      // The parser gives a text in pieces, one per entity.
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

/** An element that still receives children. */
interface GrowingElement extends HtmlElement {
  readonly children: HtmlNode[]
}

function growingElement(name: string, attributes: Readonly<Record<string, string>>): GrowingElement {
  return { name, attributes, children: [] }
}

/** Returns the text of a tree, with its white space. */
export function textContent(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textContent).join('')
}

/** Returns the first character of a tree's text, or an empty string. */
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

/** Whether an inline element contains blocks, such as a link around a figure. It is then transparent. */
export function hasBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && node.children.some((child) => isBlock(child) || hasBlock(child))
}

/** Whether a node is a block, which begins on its own line. */
export function isBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && BLOCKS.has(node.name)
}
