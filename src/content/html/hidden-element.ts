import { DROPPED_WITH_CONTENT } from './html-allowlist.ts'
import type { HtmlElement } from './html-tree.ts'

const HIDING_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden)\b/i

/** Whether readers get nothing of an element: its content is no text, or a browser hides it. */
export function isLeftOut(element: HtmlElement): boolean {
  return DROPPED_WITH_CONTENT.has(element.name) || hiddenBy(element) !== undefined
}

/**
 * What a browser hides an element by, as it is written: the attribute `hidden` (HTML §6.1) or `popover` (§6.12), its style, or
 * that it is a dialog which is not open (§4.11.4). What is hidden until it is found is there to be found.
 */
export function hiddenBy({ name, attributes }: HtmlElement): string | undefined {
  const { hidden, popover, style = '', open } = attributes
  if (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') return 'hidden'
  if (popover !== undefined) return 'popover'
  if (name === 'dialog' && open === undefined) return '<dialog'
  return HIDING_STYLE.test(style.replaceAll(/\/\*.*?\*\//gs, ' ')) ? style : undefined
}
