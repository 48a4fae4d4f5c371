const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** The declaration at the beginning of our XML documents (XML 1.0 §2.8). */
export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Escapes text as XML character data. The result is well-formed for any text, and every parser reads back the same text. */
export function escapeXmlText(text: string): string {
  return escapeCharacters(text, /[&<>\r]/g)
}

/**
 * Escapes the value of an attribute in double quotes, including white space, which a parser would otherwise normalise
 * (§3.3.3).
 */
export function escapeXmlAttribute(text: string): string {
  return escapeCharacters(text, /[&<>"\t\n\r]/g)
}

/** Renders an element with text, or an empty one: `<name a="1">text</name>`. An attribute without a value is left out. */
export function xmlElement(name: string, attributes: Attributes, text?: string): string {
  return text === undefined
    ? `<${name}${writeAttributes(attributes)}/>`
    : `<${name}${writeAttributes(attributes)}>${escapeXmlText(text)}</${name}>`
}

/** Renders an element with child elements, which are markup already. Without children it is empty. */
export function xmlParent(name: string, attributes: Attributes, children: readonly string[]): string {
  if (children.length === 0) return xmlElement(name, attributes)
  return `<${name}${writeAttributes(attributes)}>${children.join('')}</${name}>`
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXmlAttribute(String(value))}"`)
    .join('')
}

function escapeCharacters(text: string, special: RegExp): string {
  return dropIllegal(text).replace(special, (character) => ENTITIES[character] ?? character)
}

const HTML_ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Escapes plain text for HTML, for a place between tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => HTML_ENTITIES.get(sign) ?? sign)
}

/** Escapes the value of an HTML attribute in double quotes. */
export function escapeHtmlAttribute(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => HTML_ENTITIES.get(sign) ?? sign)
}

/**
 * Every character that the production `Char` of XML 1.0 (§2.2) excludes: control characters, lone surrogates, U+FFFE
 * and U+FFFF.
 */
export const ILLEGAL_CHARACTERS = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Removes the characters that no XML document may hold, even escaped. */
export function dropIllegal(text: string): string {
  return text.replaceAll(ILLEGAL_CHARACTERS, '')
}
