/** The encoding in an XML declaration (XML 1.0 §4.3.3). */
const DECLARATION = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i

/** Decodes a document by its byte order mark, or else by its media type, its XML declaration, or as UTF-8. */
export function decodeDocument(bytes: Uint8Array, contentType: string): string {
  return new TextDecoder(encodingOf(bytes, contentType)).decode(bytes)
}

/**
 * The label of a document's encoding, found from its first bytes. An unknown encoding counts as UTF-8, because most of the
 * text is ASCII in both.
 */
export function encodingOf(beginning: Uint8Array, contentType: string): string {
  const [, declared] = DECLARATION.exec(new TextDecoder('latin1').decode(beginning.subarray(0, 200))) ?? []
  const [, told] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? []
  const label = markOf(beginning) ?? told ?? declared ?? 'utf-8'
  return isKnown(label) ? label : 'utf-8'
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb ? 'utf-8' : undefined
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
