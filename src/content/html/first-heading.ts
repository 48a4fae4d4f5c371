import { isLeftOut } from './hidden-element.ts'
import { renderTextLine } from './html-text.ts'
import type { HtmlElement } from './html-tree.ts'

/** The text of the first `<h1>`, and the tree without it. */
export interface TakenHeading {
  readonly title: string
  readonly tree: HtmlElement
}

/** Takes the first `<h1>` out of an article: it becomes the title, which the page shows in its own place. */
export function takeFirstHeading(tree: HtmlElement): TakenHeading | undefined {
  for (const [index, child] of tree.children.entries()) {
    if (typeof child === 'string' || isLeftOut(child)) continue
    if (child.name === 'h1') {
      const title = renderTextLine(child)
      if (title === '') continue
      return { title, tree: { ...tree, children: tree.children.toSpliced(index, 1) } }
    }
    const taken = takeFirstHeading(child)
    if (taken)
      return { title: taken.title, tree: { ...tree, children: tree.children.with(index, taken.tree) } }
  }
  return undefined
}
