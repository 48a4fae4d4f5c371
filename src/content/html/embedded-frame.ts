import { legalText } from '../source/legal-text.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** The attribute that tells what an element shows of another document (HTML §4.8.5–§4.8.7). */
const SHOWS: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
])

/** What an element shows of another document, and what its writer calls it. */
export interface EmbeddedFrame {
  /** As written. */
  readonly address: string
  readonly title?: string
}

/** What a frame, an object or an embed shows; undefined for other elements, and for frames that only count readers. */
export function embeddedFrame({ name, attributes }: HtmlElement): EmbeddedFrame | undefined {
  const attribute = SHOWS.get(name)
  const address =
    (attribute === undefined ? undefined : attributes[attribute]) ?? lazyAddress(name, attributes)
  if (address === undefined || address.trim() === '' || isInvisible(attributes)) return undefined
  const title = (attributes['title'] ?? attributes['aria-label'] ?? '').trim()
  return { address, ...(title !== '' && { title }) }
}

/** Scripts put the address in its place when a browser comes near the frame. */
function lazyAddress(name: string, attributes: HtmlElement['attributes']): string | undefined {
  return SHOWS.has(name) ? attributes['data-src'] : undefined
}

function isInvisible({ width = '', height = '' }: HtmlElement['attributes']): boolean {
  return [width, height].some((measure) => /^[01](?:px)?$/.test(measure.trim()))
}

/** Elements that hold paragraphs. */
const HOLDS_BLOCKS = new Set(['blockquote', 'dd', 'details', 'div', 'figure', 'li', 'section', 'td', 'th'])

/** A link to what a frame shows, since no frame reaches a reader: a paragraph, where the elements `above` allow one. */
export function linkToFrame({ title }: EmbeddedFrame, href: string, above: readonly string[]): HtmlNode {
  const text = legalText(title ?? href)
  if (above.includes('a')) return text
  const link = { name: 'a', attributes: { href }, children: [text] }
  const parent = above.at(-1)
  const isBlock = parent === undefined || HOLDS_BLOCKS.has(parent)
  return isBlock ? { name: 'p', attributes: {}, children: [link] } : link
}
