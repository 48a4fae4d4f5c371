import { hiddenBy } from './hidden-element.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { firstInSrcset } from './reference.ts'

/** Attributes in which scripts for lazy loading keep the address (WordPress, lazysizes, Squarespace and others). */
const LATE_SRC = ['data-src', 'data-lazy-src', 'data-original', 'data-image']
const LATE_SRCSET = ['data-srcset', 'data-lazy-srcset']

/** Elements whose address a script may set. */
const LATE = new Set(['img', 'source', 'video', 'audio'])

/** Returns an element with its address in `src`: feed readers run no scripts, and some do not know `srcset`. */
export function withVisibleSource(element: HtmlElement): HtmlElement {
  if (!LATE.has(element.name)) return element.name === 'picture' ? withImage(element) : element
  const { attributes } = element
  const late = firstOf(attributes, LATE_SRC)
  const srcset = firstOf(attributes, LATE_SRCSET) ?? (late === undefined ? attributes['srcset'] : undefined)
  const { src: early, srcset: _, ...others } = attributes
  const isEmpty = early === undefined || /^\s*(?:data:|about:|#|$)/i.test(early)
  // The sources of a `<picture>` have only a `srcset`.
  const first = isEmpty && element.name === 'img' && srcset !== undefined ? firstInSrcset(srcset) : undefined
  const src = late ?? first ?? early
  const visible = {
    ...others,
    ...(src !== undefined && { src }),
    ...(srcset !== undefined && { srcset }),
  }
  return { ...element, attributes: visible }
}

/** Browsers show nothing for a `<picture>` without an `<img>`. It gets one with the last source, which is the simplest. */
function withImage(picture: HtmlElement): HtmlElement {
  const elements = picture.children.filter((child) => typeof child !== 'string')
  if (elements.some((child) => child.name === 'img')) return picture
  const sources = elements.filter((child) => child.name === 'source').map(withVisibleSource)
  const srcset = sources.findLast(({ attributes }) => attributes['srcset'] !== undefined)?.attributes[
    'srcset'
  ]
  const src = firstInSrcset(srcset ?? '')
  if (src === undefined) return picture
  return { ...picture, children: [...picture.children, { name: 'img', attributes: { src }, children: [] }] }
}

/**
 * Replaces a picture whose address only a script knows by the picture in the `<noscript>` after it (HTML §4.12.2), as
 * WordPress and others write them. All other content of `<noscript>` is left out.
 */
export function withVisiblePictures(siblings: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!siblings.some((node) => typeof node !== 'string' && node.name === 'noscript')) return siblings
  const shown: HtmlNode[] = []
  // The index of the last node that is not white space.
  let last = -1
  for (const node of siblings) {
    const twin = shown[last]
    const isLate = typeof node !== 'string' && node.name === 'noscript'
    const pictures = isLate && typeof twin === 'object' && twin.name === 'img' ? picturesIn(node) : []
    if (typeof twin !== 'object' || pictures.length === 0) shown.push(node)
    else if (!isShown(twin, pictures)) shown.splice(last, shown.length, ...pictures)
    if (typeof node === 'string' ? node.trim() !== '' : !isLate) last = shown.length - 1
  }
  return shown
}

function isShown(image: HtmlElement, pictures: readonly HtmlElement[]): boolean {
  const { src } = withVisibleSource(image).attributes
  return pictures.some(({ attributes }) => attributes['src'] === src)
}

/** The pictures in an element, without those that only count visits. */
function picturesIn({ children }: HtmlElement): readonly HtmlElement[] {
  return children.flatMap((child): readonly HtmlElement[] => {
    if (typeof child === 'string' || hiddenBy(child) !== undefined) return []
    const { width, height } = child.attributes
    const isPixel = [width, height].some((measure) => /^\s*[01](?:px)?\s*$/.test(measure ?? ''))
    if (child.name === 'img') return isPixel ? [] : [child]
    return picturesIn(child)
  })
}

function firstOf(attributes: HtmlElement['attributes'], names: readonly string[]): string | undefined {
  return names.map((name) => attributes[name]?.trim()).find((value) => value !== undefined && value !== '')
}
