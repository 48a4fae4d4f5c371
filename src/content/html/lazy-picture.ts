import { hiddenBy } from './hidden-element.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { firstInSrcset } from './reference.ts'

/** Where scripts that load pictures late keep the address (WordPress, lazysizes, Squarespace and others). */
const LATE_SRC = ['data-src', 'data-lazy-src', 'data-original', 'data-image']
const LATE_SRCSET = ['data-srcset', 'data-lazy-srcset']

/** Elements whose address scripts may put in its place. */
const LATE = new Set(['img', 'source', 'video', 'audio'])

/** An element whose address stands where readers look for it: scripts do not run there, and some know no `srcset`. */
export function withVisibleSource(element: HtmlElement): HtmlElement {
  if (!LATE.has(element.name)) return element.name === 'picture' ? withImage(element) : element
  const { attributes } = element
  const late = firstOf(attributes, LATE_SRC)
  const srcset = firstOf(attributes, LATE_SRCSET) ?? (late === undefined ? attributes['srcset'] : undefined)
  const { src: early, srcset: _, ...others } = attributes
  const isEmpty = early === undefined || /^\s*(?:data:|about:|#|$)/i.test(early)
  // A source of a picture has nothing but a `srcset`.
  const first = isEmpty && element.name === 'img' && srcset !== undefined ? firstInSrcset(srcset) : undefined
  const src = late ?? first ?? early
  const visible = {
    ...others,
    ...(src !== undefined && { src }),
    ...(srcset !== undefined && { srcset }),
  }
  return { ...element, attributes: visible }
}

/** Browsers show nothing of a `<picture>` without an `<img>`: it is given one, of its last source, which is the plainest. */
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
 * Siblings with the pictures that are shown where no script runs (HTML §4.12.2), as WordPress and others write them: in
 * place of the picture before them, of which only a script knows the address. All else for want of scripts is left out.
 */
export function withVisiblePictures(siblings: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!siblings.some((node) => typeof node !== 'string' && node.name === 'noscript')) return siblings
  const shown: HtmlNode[] = []
  // The last that is no white space.
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

/** The pictures in an element, but for those that only count readers. */
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
