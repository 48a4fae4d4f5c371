import { MOST_FINDINGS } from '../source/bounds.ts'
import { legalText } from '../source/legal-text.ts'
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
import { type Finding, onlyWeb, sanitizeSource, sanitizeUrl, type UrlWalk } from './sanitize-url.ts'

/** An article's content, fit to be published. */
export interface SanitizedTree {
  /** Of allowed elements and attributes only, every URL absolute, every text NFC and legal in XML 1.0. */
  readonly tree: HtmlElement
  readonly findings: readonly Finding[]
  /** The URLs that lead nowhere. */
  readonly lost: ReadonlySet<string>
  /** Where in the site itself it leads to, other than to files and articles that were found. */
  readonly own: readonly OwnAddress[]
}

/** What a walk through an article's content carries along. */
interface Walk extends UrlWalk {
  /** The ids given so far: an id names one element. */
  readonly ids: Set<string>
  /** How many levels headings go down: an article's title is the `<h1>` of its page. */
  readonly headingShift: number
}

/**
 * Makes an untrusted tree of HTML fit for feeds and pages. A new tree is built from nothing but what the allowlist names,
 * so that what it does not know cannot pass: elements that are not on it dissolve into their content or go with it. URLs
 * become absolute, ids the article's own, and local pictures tell their size. What is lost by it is told in the findings.
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

/** The first findings, and how many more there are: to look for the place of each costs a walk through the text. */
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
    typeof child === 'string' ? legalText(child) : sanitizeElement(child, above, walk),
  )
}

/** What becomes of an element within those named `above`, the nearest last: itself, its content, or nothing. */
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
    walk.tell(`${told} To publish it, take away what hides it.`, hidden)
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
  // A link without its address is text; a place that links lead to stays.
  if (name === 'a' && attributes['href'] === undefined && attributes['id'] === undefined) return children
  const isEmpty = (name === 'div' || name === 'p') && children.length === 0
  return isEmpty ? [] : [{ name, attributes, children }]
}

/**
 * A picture as it is; what Markdown can only write as a picture and is none becomes what it is: a player for sound and film,
 * a link to anything else.
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

/** A span says something only where it holds mathematics. */
function isPlainSpan({ name, attributes }: HtmlElement): boolean {
  return name === 'span' && !(attributes['class'] ?? '').split(/\s+/).includes(MATH_CLASS)
}

/** A link within a link, a heading within a heading: browsers would end the outer one there. */
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
    const value = written === undefined ? undefined : sanitizeValue(attribute, legalText(written), walk)
    if (value !== undefined) attributes[attribute] = value
  }
  if (name === 'img') addSize(element.attributes['src'] ?? '', attributes, walk)
  if (name === 'img') attributes['alt'] ??= ''
  if (name === 'audio' || name === 'video') attributes['controls'] ??= ''
  return attributes
}

/** How a style aligns a cell of a table, as Markdown's parser and editors write it. No style reaches a reader. */
function alignmentIn(style: string): string | undefined {
  return /(?:^|[;\s])text-align\s{0,9}:\s{0,9}(left|center|right)\b/i.exec(style)?.[1]?.toLowerCase()
}

function sanitizeValue(attribute: string, value: string, walk: Walk): string | undefined {
  switch (attribute) {
    case 'href': {
      const url = sanitizeUrl(value, walk)
      return url && withoutDetour(url)
    }
    case 'cite':
      return sanitizeUrl(value, walk)
    case 'src':
    case 'poster':
      return sanitizeSource(value, walk)
    case 'srcset':
      return rewriteSrcset(value, (url) => sanitizeSource(url, walk)) || undefined
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

/** Tells the size of a local picture. A writer who gives one measure means the other to follow. */
function addSize(written: string, attributes: Record<string, string>, { base }: Walk): void {
  const { width, height } = resolveReference(written, base) ?? {}
  if (width === undefined || height === undefined) return
  const [givenWidth, givenHeight] = [Number(attributes['width'] ?? 0), Number(attributes['height'] ?? 0)]
  attributes['width'] = String(givenWidth || Math.round((givenHeight / height || 1) * width))
  attributes['height'] = String(givenHeight || Math.round((givenWidth / width || 1) * height))
}
