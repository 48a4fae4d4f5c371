import { escapeHtml, escapeXmlText } from '../model/escape.ts'

/**
 * Escapes plain text for an RSS element that some readers take for HTML, as the RSS Best Practices Profile says: `&`
 * and `<` become numeric references, which readers do not mistake for doubly escaped markup.
 */
export function escapeRssPlainText(text: string): string {
  return escapeXmlText(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;')
}

/** Escapes plain text for an item's `description`. RSS 2.0 allows only HTML there, so the text is written as HTML first. */
export function escapeRssDescription(text: string): string {
  return escapeXmlText(escapeHtml(text))
}
