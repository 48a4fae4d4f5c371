import type { HtmlElement } from './html-tree.ts'
import { firstInSrcset } from './reference.ts'

/** Where scripts that load pictures late keep the address (WordPress, lazysizes, Squarespace and others). */
const LATE_SRC = ['data-src', 'data-lazy-src', 'data-original', 'data-image']
const LATE_SRCSET = ['data-srcset', 'data-lazy-srcset']

/** A picture whose address stands where readers look for it: scripts do not run there, and some know no `srcset`. */
export function withVisibleSource(element: HtmlElement): HtmlElement {
  const { attributes } = element
  const late = firstOf(attributes, LATE_SRC)
  const srcset = firstOf(attributes, LATE_SRCSET) ?? (late === undefined ? attributes['srcset'] : undefined)
  const { src: early, srcset: _, ...others } = attributes
  const isEmpty = early === undefined || /^\s*(?:data:|about:|#|$)/i.test(early)
  const src = late ?? (isEmpty && srcset !== undefined ? firstInSrcset(srcset) : undefined) ?? early
  const visible = {
    ...others,
    ...(src !== undefined && { src }),
    ...(srcset !== undefined && { srcset }),
  }
  return { ...element, attributes: visible }
}

function firstOf(attributes: HtmlElement['attributes'], names: readonly string[]): string | undefined {
  return names.map((name) => attributes[name]?.trim()).find((value) => value !== undefined && value !== '')
}
