import { escapeHtml, escapeXmlText } from '../model/escape.ts'

/**
 * Plain text for an RSS element that some readers take for HTML, as the RSS Best Practices Profile writes it: `&` and
 * `<` as numeric references, which no reader mistakes for markup that was escaped twice.
 */
export function escapeRssPlainText(text: string): string {
  return escapeXmlText(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;')
}

/** RSS 2.0 has no plain text in an item's `description`: what is plain is written as HTML first. */
export function escapeRssDescription(text: string): string {
  return escapeXmlText(escapeHtml(text))
}
