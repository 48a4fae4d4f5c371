import { dropIllegal } from '../model/legal-characters.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** Writes text as XML character data: any text becomes well-formed, and every parser reads back the same text. */
export function escapeXmlText(text: string): string {
  return escapeCharacters(text, /[&<>\r]/g)
}

/** The same for the value of an attribute in double quotes, whose white space a parser would fold otherwise (§3.3.3). */
export function escapeXmlAttribute(text: string): string {
  return escapeCharacters(text, /[&<>"\t\n\r]/g)
}

/**
 * The same for plain text in an RSS element that some readers take for HTML, as the RSS Best Practices Profile
 * writes it: `&` and `<` as numeric references, which no reader mistakes for markup that was escaped twice.
 */
export function escapeRssPlainText(text: string): string {
  return escapeXmlText(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;')
}

/** Plain text as HTML, for the elements that hold HTML whatever is put into them. */
export function escapeHtmlText(text: string): string {
  return escapeCharacters(text, /[&<>]/g)
}

/** One element with text in it, or an empty one: `<name a="1">text</name>`. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXmlAttribute(String(value))}"`)
    .join('')
  return text === undefined ? `<${name}${written}/>` : `<${name}${written}>${escapeXmlText(text)}</${name}>`
}

function escapeCharacters(text: string, special: RegExp): string {
  return dropIllegal(text).replace(special, (character) => ENTITIES[character] ?? character)
}
