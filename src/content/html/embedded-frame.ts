import { shownText } from '../source/legal-text.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** The attribute that holds the address of the embedded document (HTML §4.8.5–§4.8.7), by element. */
const SHOWS: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
])

/** A document that an element embeds, and the title that the writer gave it. */
export interface EmbeddedFrame {
  /** As written in the source. */
  readonly address: string
  readonly title?: string
}

/**
 * Returns the document that a frame, an object or an embed shows. Undefined for other elements, and for frames that
 * only count visits.
 */
export function embeddedFrame({ name, attributes }: HtmlElement): EmbeddedFrame | undefined {
  const attribute = SHOWS.get(name)
  const address =
    (attribute === undefined ? undefined : attributes[attribute]) ?? lazyAddress(name, attributes)
  if (address === undefined || address.trim() === '' || isInvisible(attributes)) return undefined
  const title = (attributes['title'] ?? attributes['aria-label'] ?? '').trim()
  return { address, ...(title !== '' && { title }) }
}

/**
 * The address of a frame that a script loads late. The script sets it when the frame comes near the visible part of the
 * page.
 */
function lazyAddress(name: string, attributes: HtmlElement['attributes']): string | undefined {
  return SHOWS.has(name) ? attributes['data-src'] : undefined
}

function isInvisible({ width = '', height = '' }: HtmlElement['attributes']): boolean {
  return [width, height].some((measure) => /^[01](?:px)?$/.test(measure.trim()))
}

/** Elements that may hold paragraphs. */
const HOLDS_BLOCKS = new Set(['blockquote', 'dd', 'details', 'div', 'figure', 'li', 'section', 'td', 'th'])

/**
 * Makes a link to an embedded document, because feed readers drop frames. The link is a paragraph if the elements
 * `above` allow one.
 */
export function linkToFrame({ title }: EmbeddedFrame, href: string, above: readonly string[]): HtmlNode {
  const text = shownText(title ?? href)
  if (above.includes('a')) return text
  const link = { name: 'a', attributes: { href }, children: [text] }
  const parent = above.at(-1)
  const isBlock = parent === undefined || HOLDS_BLOCKS.has(parent)
  return isBlock ? { name: 'p', attributes: {}, children: [link] } : link
}
