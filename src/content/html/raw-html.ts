import type { Block } from '../prose/raw-text.ts'
import { renderHtml } from './html-render.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** Renders the blocks of a raw text as HTML. Everything that the writer typed becomes text. */
export function renderRawHtml(blocks: readonly Block[]): string {
  return blocks.map((block) => renderHtml(element('', [renderBlock(block)]))).join('\n')
}

function renderBlock(block: Block): HtmlElement {
  switch (block.kind) {
    case 'heading':
      return element('h2', [block.text])
    case 'paragraph':
      return element('p', [block.text])
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => element('li', [item])),
      )
  }
}

function element(name: string, children: readonly HtmlNode[]): HtmlElement {
  return { name, attributes: {}, children }
}
