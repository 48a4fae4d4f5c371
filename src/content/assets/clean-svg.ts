import { dropIllegal, escapeXmlAttribute, escapeXmlText } from '../../model/escape.ts'
import { BoundedParser } from '../html/bounded-parser.ts'
import { cleanCss } from './clean-css.ts'
import { type CleanPicture, cleanDataUrl } from './data-url.ts'
import { LABEL_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS } from './svg-allowlist.ts'

const NAMESPACES = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  html: 'http://www.w3.org/1999/xhtml',
}

/**
 * Cleans an SVG so that it only draws: no scripts, no links, no external resources, and no notes of programs about
 * author, file and machine. It is rebuilt from the allowlist, so that unknown elements and attributes cannot pass.
 * `cleanPicture` cleans embedded pictures. Returns the same bytes if there is nothing to remove.
 */
export function cleanSvg(bytes: Uint8Array, cleanPicture: CleanPicture): Uint8Array {
  const source = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n')
  const writer = new SvgWriter(cleanPicture)
  const parser = new BoundedParser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: () => writer.close(),
    },
    { xmlMode: true },
  )
  parser.end(source)
  const cleaned = new TextEncoder().encode(writer.written())
  return isSame(cleaned, bytes) ? bytes : cleaned
}

/** An open element: its output name, or undefined if only its content is written. */
interface OpenElement {
  readonly name: string | undefined
}

/** Writes the SVG, element by element. */
class SvgWriter {
  readonly #cleanPicture: CleanPicture
  readonly #parts: string[] = []
  readonly #open: OpenElement[] = []
  /** The number of open elements that are left out with their content. */
  #leftOut = 0
  /** Whether the last start tag is still open: an element without content gets no end tag. */
  #isStarting = false
  #style: string | undefined
  #hasRoot = false
  #hasXlink = false

  constructor(cleanPicture: CleanPicture) {
    this.#cleanPicture = cleanPicture
  }

  open(written: string, attributes: Readonly<Record<string, string>>): void {
    const name = written.replace(/^(?:svg|xhtml|html):/, '')
    if (this.#leftOut > 0 || this.#style !== undefined || !this.#isAllowed(name)) {
      this.#leftOut += 1
      return
    }
    if (name === 'a') {
      this.#open.push({ name: undefined })
      return
    }
    this.#endStart()
    if (this.#open.length > 0) this.#parts.push(`<${name}${this.#namespace(name)}`)
    for (const [attribute, value] of Object.entries(attributes)) {
      const cleaned = this.#clean(attribute, dropIllegal(value).replaceAll(/[\t\n\r]/g, ' '))
      if (cleaned === undefined) continue
      this.#hasXlink ||= attribute === 'xlink:href'
      this.#parts.push(` ${attribute}="${escapeXmlAttribute(cleaned)}"`)
    }
    this.#open.push({ name })
    this.#hasRoot = true
    this.#isStarting = true
    if (name === 'style') this.#style = ''
  }

  text(written: string): void {
    const text = dropIllegal(written)
    if (this.#leftOut > 0 || this.#open.length === 0 || text === '') return
    if (this.#style !== undefined) {
      this.#style += text
      return
    }
    this.#endStart()
    this.#parts.push(escapeXmlText(text))
  }

  close(): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1
      return
    }
    const style = this.#style
    this.#style = undefined
    if (style !== undefined) this.text(cleanCss(style))
    const { name } = this.#open.pop() ?? {}
    if (name === undefined) return
    this.#parts.push(this.#isStarting ? '/>' : `</${name}>`)
    this.#isStarting = false
  }

  written(): string {
    const xlink = this.#hasXlink ? ` xmlns:xlink="${NAMESPACES.xlink}"` : ''
    return `<svg xmlns="${NAMESPACES.svg}"${xlink}${this.#parts.join('')}\n`
  }

  #endStart(): void {
    if (this.#isStarting) this.#parts.push('>')
    this.#isStarting = false
  }

  /** Whether an element may stand here. There is one root, and HTML labels stand only in a `<foreignObject>`. */
  #isAllowed(name: string): boolean {
    const parent = this.#open.at(-1)
    if (parent === undefined) return name === 'svg' && !this.#hasRoot
    const isLabel = parent.name === 'foreignObject' || LABEL_ELEMENTS.has(parent.name ?? '')
    return isLabel ? LABEL_ELEMENTS.has(name) : name === 'a' || SVG_ELEMENTS.has(name)
  }

  #namespace(name: string): string {
    const isLabel = this.#open.at(-1)?.name === 'foreignObject' && LABEL_ELEMENTS.has(name)
    return isLabel ? ` xmlns="${NAMESPACES.html}"` : ''
  }

  #clean(attribute: string, value: string): string | undefined {
    if (attribute === 'href' || attribute === 'xlink:href')
      return value.startsWith('#') ? value : cleanDataUrl(value, this.#cleanPicture)
    if (!SVG_ATTRIBUTES.has(attribute)) return undefined
    return attribute === 'style' || value.includes('(') ? cleanCss(value) : value
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
