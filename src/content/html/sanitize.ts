import { MOST_FINDINGS } from '../source/bounds.ts'
import { shownText } from '../source/legal-text.ts'
import { withoutDetour } from './detour.ts'
import { embeddedFrame, linkToFrame } from './embedded-frame.ts'
import { hiddenBy, isLeftOut } from './hidden-element.ts'
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_EVERYWHERE,
  ATTRIBUTE_VALUES,
  MISSED,
  PARENTS,
  STAND_INS,
} from './html-allowlist.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { withVisiblePictures, withVisibleSource } from './lazy-picture.ts'
import { MATH_CLASS } from './mathematics.ts'
import type { OwnAddress } from './own-address.ts'
import { type ReferenceBase, resolveReference, rewriteSrcset } from './reference.ts'
import {
  type Finding,
  isData,
  onlyWeb,
  sanitizePicture,
  sanitizeSource,
  sanitizeUrl,
  type UrlWalk,
} from './sanitize-url.ts'

/** An article's content, safe to publish. */
export interface SanitizedTree {
  /** Has only allowed elements and attributes; every URL is absolute; every text is in NFC and legal in XML 1.0. */
  readonly tree: HtmlElement
  readonly findings: readonly Finding[]
  /** URLs without a target. */
  readonly lost: ReadonlySet<string>
  /** Addresses of the site itself that are neither a file nor an article. */
  readonly own: readonly OwnAddress[]
}

/** The state of a walk through an article's content. */
interface Walk extends UrlWalk {
  /** The ids so far: an id names one element. */
  readonly ids: Set<string>
  /** By how many levels headings are lowered: the article's title is the `<h1>` of its page. */
  readonly headingShift: number
}

/**
 * Sanitises an untrusted HTML tree for feeds and pages. It builds a new tree from the allowlist alone, so that unknown
 * elements and attributes cannot pass: an unknown element is replaced by its content or dropped with it. URLs become
 * absolute, ids get the article's prefix, and local pictures get their size. The findings say what was lost.
 */
export function sanitizeTree(root: HtmlElement, base: ReferenceBase): SanitizedTree {
  const findings = new Map<string, Finding>()
  const tell: Walk['tell'] = (message, written, severity = 'warning') => {
    if (!findings.has(message)) findings.set(message, { severity, message, written })
  }
  const walk: Walk = {
    base,
    tell,
    lost: new Set(),
    own: new Map(),
    ids: new Set(),
    headingShift: hasTopHeading(root) ? 1 : 0,
  }
  const children = sanitizeChildren(root, [], walk)
  const tree = { name: '', attributes: {}, children }
  return { tree, findings: tellMost([...findings.values()]), lost: walk.lost, own: [...walk.own.values()] }
}

/** Keeps the first findings and counts the rest: each one needs a search through the text for its place. */
function tellMost(findings: readonly Finding[]): readonly Finding[] {
  const rest = findings.slice(MOST_FINDINGS)
  if (rest.length === 0) return findings
  const severity = rest.some((finding) => finding.severity === 'stop') ? 'stop' : 'warning'
  const message = `${rest.length} more like these are in this article. Mend those that are told: the next build tells others.`
  return [...findings.slice(0, MOST_FINDINGS), { severity, message, written: '' }]
}

function hasTopHeading(node: HtmlNode): boolean {
  if (typeof node === 'string' || isLeftOut(node)) return false
  return node.name === 'h1' || node.children.some(hasTopHeading)
}

function sanitizeChildren(parent: HtmlElement, above: readonly string[], walk: Walk): HtmlNode[] {
  return withVisiblePictures(parent.children).flatMap((child) =>
    typeof child === 'string' ? shownText(child) : sanitizeElement(child, above, walk),
  )
}

/**
 * Sanitises an element: returns the element, its content, or nothing. `above` names the elements around it, the nearest
 * last.
 */
function sanitizeElement(element: HtmlElement, above: readonly string[], walk: Walk): HtmlNode[] {
  const frame = embeddedFrame(element)
  const address =
    frame && hiddenBy(element) === undefined ? onlyWeb(sanitizeUrl(frame.address, walk)) : undefined
  if (frame !== undefined && address !== undefined) return [linkToFrame(frame, address, above)]
  if (MISSED.has(element.name)) {
    const mend = 'Feeds carry nothing that acts: write a link or a picture instead.'
    walk.tell(`<${element.name}> is left out. ${mend}`, `<${element.name}`)
  }
  const hidden = hiddenBy(element)
  if (hidden !== undefined) {
    const told = `Browsers show nothing of this <${element.name}>: it is left out, with all that is in it.`
    walk.tell(`${told} To publish it, write it without what hides it.`, hidden)
  }
  if (isLeftOut(element)) return []
  const name = nameOf(element.name, above, walk)
  const allowed = ALLOWED_ATTRIBUTES.get(name)
  if (allowed === undefined || isPlainSpan(element) || isWithinItself(name, above))
    return sanitizeChildren(element, above, walk)
  const shown = withVisibleSource(element)
  const attributes = sanitizeAttributes(shown, name, allowed, walk)
  if (name === 'img') return sanitizeImage(shown, attributes, above, walk)
  const children = sanitizeChildren(shown, [...above, name], walk)
  // A link without its address is text. An anchor with an id stays, because links lead to it.
  if (name === 'a' && attributes['href'] === undefined && attributes['id'] === undefined) return children
  const isEmpty = (name === 'div' || name === 'p') && children.length === 0
  return isEmpty ? [] : [{ name, attributes, children }]
}

/**
 * Returns a picture as it is. Markdown writes other files as pictures, too: sound and film become a player, other files
 * become a link.
 */
function sanitizeImage(
  { attributes: written }: HtmlElement,
  attributes: Readonly<Record<string, string>>,
  above: readonly string[],
  { base }: Walk,
): HtmlNode[] {
  const { src, alt = '' } = attributes
  if (src === undefined) return []
  const [, kind] = /^(\w+)\//.exec(resolveReference(written['src'] ?? '', base)?.type ?? 'image/') ?? []
  if (kind === 'image') return [{ name: 'img', attributes, children: [] }]
  if (kind === 'audio' || kind === 'video')
    return [{ name: kind, attributes: { src, controls: '' }, children: [] }]
  const children = [alt || src]
  return above.includes('a') ? children : [{ name: 'a', attributes: { href: src }, children }]
}

const HEADING = /^h([1-6])$/

/** Whether a span has no meaning. Only a span with mathematics has one. */
function isPlainSpan({ name, attributes }: HtmlElement): boolean {
  return name === 'span' && !(attributes['class'] ?? '').split(/\s+/).includes(MATH_CLASS)
}

/** Whether a link is inside a link, or a heading inside a heading. Browsers would end the outer one there. */
function isWithinItself(name: string, above: readonly string[]): boolean {
  if (name === 'a') return above.includes('a')
  return HEADING.test(name) && above.some((outer) => HEADING.test(outer))
}

function nameOf(written: string, above: readonly string[], { headingShift }: Walk): string {
  const level = HEADING.exec(written)?.[1]
  if (level !== undefined) return `h${Math.min(Number(level) + headingShift, 6)}`
  const name = STAND_INS.get(written) ?? written
  const parents = PARENTS.get(name)
  return parents === undefined || parents.includes(above.at(-1) ?? '') ? name : 'div'
}

function sanitizeAttributes(
  element: HtmlElement,
  name: string,
  allowed: readonly string[],
  walk: Walk,
): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const attribute of [...ALLOWED_EVERYWHERE, ...allowed]) {
    const written =
      element.attributes[attribute] ??
      (attribute === 'align' ? alignmentIn(element.attributes['style'] ?? '') : undefined) ??
      (attribute === 'id' && name === 'a' ? element.attributes['name'] : undefined)
    const value = written === undefined ? undefined : sanitizeValue(attribute, shownText(written), name, walk)
    if (value !== undefined) attributes[attribute] = value
  }
  if (name === 'img') addSize(element.attributes['src'] ?? '', attributes, walk)
  if (name === 'img') attributes['alt'] ??= ''
  if (name === 'audio' || name === 'video') attributes['controls'] ??= ''
  return attributes
}

/**
 * Returns a table cell's alignment from its style. Markdown's parser and editors write it there, but the style is
 * dropped.
 */
function alignmentIn(style: string): string | undefined {
  return /(?:^|[;\s])text-align\s{0,9}:\s{0,9}(left|center|right)\b/i.exec(style)?.[1]?.toLowerCase()
}

function sanitizeValue(attribute: string, value: string, name: string, walk: Walk): string | undefined {
  switch (attribute) {
    case 'href': {
      const url = sanitizeUrl(value, walk)
      return url && withoutDetour(url)
    }
    case 'cite':
      return sanitizeUrl(value, walk)
    case 'poster':
      return sanitizePicture(value, walk)
    case 'src':
      return name === 'img' ? sanitizePicture(value, walk) : sanitizeSource(value, walk)
    case 'srcset':
      return rewriteSrcset(value, (url) => (isData(url) ? undefined : sanitizeSource(url, walk))) || undefined
    case 'class':
      return value.split(/\s+/).find((word) => ATTRIBUTE_VALUES.get('class')?.test(word))
    case 'id':
      return sanitizeId(value, walk)
    default:
      return ATTRIBUTE_VALUES.get(attribute)?.test(value) === false ? undefined : value
  }
}

function sanitizeId(value: string, { base, ids }: Walk): string | undefined {
  const id = base.idPrefix + value
  if (!/^\S+$/.test(value) || ids.has(id)) return undefined
  ids.add(id)
  return id
}

/**
 * Adds the size of a local picture. If the writer gives one measure, the other one follows from the picture's
 * proportions.
 */
function addSize(written: string, attributes: Record<string, string>, { base }: Walk): void {
  const { width, height } = resolveReference(written, base) ?? {}
  if (width === undefined || height === undefined) return
  const [givenWidth, givenHeight] = [Number(attributes['width'] ?? 0), Number(attributes['height'] ?? 0)]
  attributes['width'] = String(givenWidth || Math.round((givenHeight / height || 1) * width))
  attributes['height'] = String(givenHeight || Math.round((givenWidth / width || 1) * height))
}
