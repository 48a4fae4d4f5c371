import { type HtmlElement, type HtmlNode, hasBlock, textContent } from '../html-tree.ts'
import { styleOf } from './element-style.ts'

/** The element that says what a style says, and how a style says it, or that it is not so. */
interface Meaning {
  readonly name: string
  readonly property: string
  readonly isSaid: RegExp
  readonly isDenied: RegExp
}

const DECORATION = { name: 's', isSaid: /\bline-through\b/, isDenied: /^none\b/ }

const MEANINGS: readonly Meaning[] = [
  {
    name: 'strong',
    property: 'font-weight',
    isSaid: /^(?:bold|bolder|[6-9]\d\d)\b/,
    isDenied: /^(?:normal|lighter|[1-4]\d\d)\b/,
  },
  { name: 'em', property: 'font-style', isSaid: /^(?:italic|oblique)\b/, isDenied: /^normal\b/ },
  { ...DECORATION, property: 'text-decoration' },
  { ...DECORATION, property: 'text-decoration-line' },
  { name: 'sup', property: 'vertical-align', isSaid: /^super\b/, isDenied: /^baseline\b/ },
  { name: 'sub', property: 'vertical-align', isSaid: /^sub\b/, isDenied: /^baseline\b/ },
]

/** What elements say without any style. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'strong'] as const),
  ...['i', 'em'].map((name) => [name, 'em'] as const),
  ...['s', 'strike', 'del'].map((name) => [name, 's'] as const),
  ...['sup', 'sub'].map((name) => [name, name] as const),
])

/** What an element says by its name. */
export function saidByName({ name }: HtmlElement): string | undefined {
  return SAYS.get(name)
}

/** Whether an element's style takes back what its name says: Google Docs wraps whatever is copied into a `<b>` that is not bold. */
export function isTakenBack(element: HtmlElement): boolean {
  const said = SAYS.get(element.name)
  const style = styleOf(element)
  return (
    !/^(?:h\d|th)$/.test(element.name) &&
    MEANINGS.some(({ name, property, isDenied }) => name === said && isDenied.test(style.get(property) ?? ''))
  )
}

/** What a piece of text says by its style alone. */
export function saidByStyle(element: HtmlElement): readonly string[] {
  if (element.name !== 'span' && element.name !== 'font') return []
  const style = styleOf(element)
  return MEANINGS.filter(({ property, isSaid }) => isSaid.test(style.get(property) ?? '')).map(
    ({ name }) => name,
  )
}

/** An element in the place of a style, which grows by what follows in the same style. */
interface StyledElement extends HtmlElement {
  readonly isStyled: true
  readonly children: HtmlNode[]
}

/** Puts text into elements that say what its style says. Blanks say nothing, and blocks would not fit. */
export function sayByElements(names: readonly string[], children: readonly HtmlNode[]): readonly HtmlNode[] {
  const content = { name: '', attributes: {}, children }
  return textContent(content).trim() === '' || hasBlock(content) ? children : wrap(names, children)
}

function wrap([name, ...others]: readonly string[], children: readonly HtmlNode[]): readonly HtmlNode[] {
  if (name === undefined) return children
  const styled: StyledElement = {
    name,
    attributes: {},
    children: [...wrap(others, children)],
    isStyled: true,
  }
  return [styled]
}

/** Adds a node to those before it. Editors cut a text of one style into pieces, of which one element is made. */
export function addPiece(nodes: HtmlNode[], node: HtmlNode): void {
  const last = nodes.at(-1)
  if (!isStyled(node) || !isStyled(last) || last.name !== node.name) {
    nodes.push(node)
    return
  }
  for (const child of node.children) addPiece(last.children, child)
}

function isStyled(node: HtmlNode | undefined): node is StyledElement {
  return typeof node === 'object' && 'isStyled' in node
}
