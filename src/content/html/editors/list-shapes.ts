import { isLeftOut } from '../hidden-element.ts'
import type { HtmlElement, HtmlNode } from '../html-tree.ts'
import { classesOf } from './element-style.ts'

/** Notion writes one list per item. */
const LIST_OF_ONE = /^(?:to-do-list|bulleted-list|numbered-list)$/

/** Joins adjacent lists that hold one item each into one list. */
export function withJoinedLists(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const rewritten: HtmlNode[] = []
  let last: { readonly kind: string; readonly items: HtmlNode[] } | undefined
  for (const node of nodes) {
    const kind = typeof node === 'string' ? undefined : kindOf(node)
    if (typeof node === 'string' || kind === undefined) {
      if (typeof node !== 'string' || node.trim() !== '') last = undefined
      rewritten.push(node)
    } else if (last?.kind === kind) {
      for (const item of node.children) last.items.push(item)
    } else {
      last = { kind, items: [...node.children] }
      rewritten.push({ ...node, children: last.items })
    }
  }
  return rewritten
}

function kindOf(element: HtmlElement): string | undefined {
  return isList(element) && !isLeftOut(element)
    ? classesOf(element).find((name) => LIST_OF_ONE.test(name))
    : undefined
}

/** Moves lists that are siblings of an item, as Google Docs and Word write them, into the item that they belong to. */
export function withListsInItems(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const rewritten: HtmlNode[] = []
  let content: HtmlNode[] | undefined
  for (const node of nodes) {
    if (typeof node === 'string') {
      rewritten.push(node)
    } else if (isList(node) && content) {
      content.push(node)
    } else {
      content = node.name === 'li' ? [...node.children] : undefined
      rewritten.push({ ...node, children: content ?? node.children })
    }
  }
  return rewritten
}

/** Whether an element is a list of items. */
export function isList({ name }: HtmlElement): boolean {
  return name === 'ul' || name === 'ol'
}
