import { type HtmlElement, type HtmlNode, hasBlock, textContent } from '../html-tree.ts'
import { styleOf } from './element-style.ts'

/** An element, the style with the same meaning, and the style that cancels this meaning. */
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

/** Meanings that elements have without any style. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'strong'] as const),
  ...['i', 'em'].map((name) => [name, 'em'] as const),
  ...['s', 'strike', 'del'].map((name) => [name, 's'] as const),
  ...['sup', 'sub'].map((name) => [name, name] as const),
])

/** Returns the meaning of an element's name, as the name of the element that stands for it. */
export function saidByName({ name }: HtmlElement): string | undefined {
  return SAYS.get(name)
}

/**
 * Whether an element's style cancels the meaning of its name. Google Docs wraps everything that is copied in a `<b>`
 * that is not bold.
 */
export function isTakenBack(element: HtmlElement): boolean {
  const said = SAYS.get(element.name)
  const style = styleOf(element)
  return (
    !/^(?:h\d|th)$/.test(element.name) &&
    MEANINGS.some(({ name, property, isDenied }) => name === said && isDenied.test(style.get(property) ?? ''))
  )
}

/** Returns the meanings of a span's style, as element names. */
export function saidByStyle(element: HtmlElement): readonly string[] {
  if (element.name !== 'span' && element.name !== 'font') return []
  const style = styleOf(element)
  return MEANINGS.filter(({ property, isSaid }) => isSaid.test(style.get(property) ?? '')).map(
    ({ name }) => name,
  )
}

/** An element that replaces a style. Following text in the same style is added to it. */
interface StyledElement extends HtmlElement {
  readonly isStyled: true
  readonly children: HtmlNode[]
}

/** Wraps text in elements that express its style. White space needs none, and blocks cannot be wrapped. */
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

/** Appends a node to others. Editors split text of one style into several spans; these become one element. */
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
