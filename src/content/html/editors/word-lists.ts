import { isLeftOut } from '../hidden-element.ts'
import { type HtmlElement, type HtmlNode, textContent } from '../html-tree.ts'
import { classesOf, styleOf } from './element-style.ts'

/** A paragraph that Word shows as a list item. */
interface Item {
  readonly level: number
  readonly name: 'ol' | 'ul'
  /** The attributes of the list that begins with this item. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether it begins a new list, even directly after another list. */
  readonly isFirst: boolean
  readonly element: HtmlElement
}

/** A list that still receives items. */
interface OpenList {
  readonly level: number
  readonly name: string
  readonly items: HtmlElement[]
  /** The content of the last item. */
  content: HtmlNode[]
}

/**
 * Makes lists of Word's paragraphs. Word writes in a paragraph's style that it is an item, and of which level, and
 * writes the item's mark as text.
 */
export function withWordLists(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const rewritten: HtmlNode[] = []
  let items: Item[] = []
  // White space between two items.
  let blank: string | undefined
  const flush = (): void => {
    for (const list of listsOf(items)) rewritten.push(list)
    if (blank !== undefined) rewritten.push(blank)
    items = []
    blank = undefined
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item) {
      items.push(item)
      blank = undefined
    } else if (items.length > 0 && blank === undefined && typeof node === 'string' && node.trim() === '') {
      blank = node
    } else {
      if (items.length > 0) flush()
      rewritten.push(node)
    }
  }
  flush()
  return rewritten
}

function listsOf(items: readonly Item[]): readonly HtmlNode[] {
  const lists: HtmlNode[] = []
  const open: OpenList[] = []
  for (const { level, name, attributes, isFirst, element } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    let list = open.at(-1)
    if (list?.level === level && (list.name !== name || isFirst)) {
      open.pop()
      list = open.at(-1)
    }
    if (list === undefined || list.level < level) {
      const around = list?.content ?? lists
      list = { level, name, items: [], content: [] }
      around.push({ name, attributes, children: list.items })
      open.push(list)
    }
    list.content = [...element.children]
    list.items.push({ name: 'li', attributes: element.attributes, children: list.content })
  }
  return lists
}

/** Word has nine levels. */
const LEVEL = /^l\d+ level([1-9])\b/

/** Half an inch per level, in points. A document saved as "filtered" has no other sign of the level. */
const INDENT = 36

function itemOf(node: HtmlNode): Item | undefined {
  if (typeof node === 'string' || node.name !== 'p' || isLeftOut(node)) return undefined
  const style = styleOf(node)
  const level = LEVEL.exec(style.get('mso-list') ?? '')?.[1]
  if (level === undefined && !classesOf(node).some((name) => /^MsoListParagraph/i.test(name)))
    return undefined
  const taken = takeMark(node.children)
  if (level === undefined && taken === undefined) return undefined
  const number = /^\(?(?:[\p{L}\d]{1,5}\.){0,8}([\p{L}\d]{1,5})[.)]$/u.exec(taken?.mark ?? '')?.[1]
  return {
    level: level === undefined ? levelOf(style.get('margin-left') ?? '') : Number(level),
    name: number === undefined ? 'ul' : 'ol',
    attributes: number === undefined ? {} : numbering(number),
    isFirst: number !== undefined && /^[1aA]$/.test(number),
    element: { ...node, children: taken?.rest ?? node.children },
  }
}

function levelOf(margin: string): number {
  const [, length, unit = 'pt'] = /^([\d.]{1,9})(in|cm|pt)\b/.exec(margin) ?? []
  const points = Number(length ?? INDENT) * (unit === 'in' ? 72 : unit === 'cm' ? 28.35 : 1)
  return Math.max(1, Math.min(9, Math.round(points / INDENT)))
}

/** The attributes of a list by the mark of its first item: a start other than 1, or letters. */
function numbering(number: string): Item['attributes'] {
  if (/^\d+$/.test(number)) return number === '1' ? {} : { start: number }
  const [type] = /^[aAiI]$/.exec(number) ?? []
  return type === undefined ? {} : { type }
}

/**
 * Takes the mark and the white space after it off the beginning of a paragraph. Word marks them as "to be ignored". In
 * a document saved as "filtered", only the white space shows that there is a mark.
 */
function takeMark(
  nodes: readonly HtmlNode[],
): { readonly mark: string; readonly rest: readonly HtmlNode[] } | undefined {
  const index = nodes.findIndex((node) => typeof node !== 'string' || node.trim() !== '')
  const first = nodes[index]
  const next = nodes[index + 1]
  if (first === undefined) return undefined
  if (typeof first === 'string')
    return next !== undefined && isSpacer(next)
      ? { mark: first.trim(), rest: nodes.slice(index + 2) }
      : undefined
  const others = nodes.slice(index + 1)
  if (styleOf(first).get('mso-list') === 'ignore')
    return { mark: textContent(first).replaceAll(/\s/g, ''), rest: others }
  const within = takeMark(first.children)
  return within && { ...within, rest: [...remains(first, within.rest), ...others] }
}

/** The rest of an element whose mark was removed, if it has other content. */
function remains(element: HtmlElement, rest: readonly HtmlNode[]): readonly HtmlElement[] {
  return rest.length === 0 ? [] : [{ ...element, children: rest }]
}

/** Small white space, which Word writes after a mark. */
function isSpacer(node: HtmlNode): boolean {
  if (typeof node === 'string' || node.name !== 'span') return false
  const style = styleOf(node)
  const isSmall = /^7(?:\.0)?pt/.test(style.get('font') ?? style.get('font-size') ?? '')
  return isSmall && textContent(node).trim() === ''
}
