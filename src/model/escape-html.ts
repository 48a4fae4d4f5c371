const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Writes plain text as HTML, for a place between tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => ENTITIES.get(sign) ?? sign)
}

/** The same for the value of an attribute in double quotes. */
export function escapeHtmlAttribute(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES.get(sign) ?? sign)
}
