import type { HtmlElement } from './html-tree.ts'

/** Characters. A style that is longer dresses a page, and no browser needs more to hide an element. */
const LONGEST_STYLE = 2000

/**
 * Whether a browser shows nothing of an element: it is `hidden` (HTML §6.1), its style says so, or it is a dialog that is not
 * open (HTML §4.11.4).
 */
export function isHiddenElement({ name, attributes }: HtmlElement): boolean {
  if (attributes['hidden'] !== undefined) return true
  if (name === 'dialog' && attributes['open'] === undefined) return true
  const style = (attributes['style'] ?? '').slice(0, LONGEST_STYLE).toLowerCase()
  return /(?:^|[;\s/])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden)\b/.test(
    style,
  )
}
