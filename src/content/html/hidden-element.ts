import { DROPPED_WITH_CONTENT } from './html-allowlist.ts'
import type { HtmlElement } from './html-tree.ts'

const HIDING_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden)\b/i

/** Whether an element's content is left out: it is not text, or browsers hide it. */
export function isLeftOut(element: HtmlElement): boolean {
  return DROPPED_WITH_CONTENT.has(element.name) || hiddenBy(element) !== undefined
}

/**
 * Returns the source text that hides an element in browsers: the attribute `hidden` (HTML §6.1) or `popover` (§6.12),
 * its style, or a closed dialog's tag (§4.11.4). `hidden=until-found` does not count, because readers can find that
 * content.
 */
export function hiddenBy({ name, attributes }: HtmlElement): string | undefined {
  const { hidden, popover, style = '', open } = attributes
  if (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') return 'hidden'
  if (popover !== undefined) return 'popover'
  if (name === 'dialog' && open === undefined) return '<dialog'
  return HIDING_STYLE.test(style.replaceAll(/\/\*.*?\*\//gs, ' ')) ? style : undefined
}
