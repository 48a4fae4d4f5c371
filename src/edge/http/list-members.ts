/** Five times more than any client sends: feed readers list at most ten media types, and send back one tag. */
export const MOST_MEMBERS = 50

/** A value, its weight and more parameters than any requested media type has. */
const MOST_PARTS = 8

/**
 * Splits a header that is a list into its members, trimmed, without the empty ones. It reads only the first fifty: a
 * recipient must ignore only "a reasonable number" of empty members (RFC 9110 §5.6.1.2), and may disregard preferences
 * (§12.1).
 */
export function listMembers(header: string): readonly string[] {
  return split(header, ',', MOST_MEMBERS).filter((member) => member !== '')
}

/** Splits a member into its value and its first parameters, trimmed. */
export function memberParts(member: string): readonly string[] {
  return member.includes(';') ? split(member, ';', MOST_PARTS) : [member]
}

function split(text: string, separator: string, most: number): readonly string[] {
  return text.split(separator, most).map((part) => part.trim())
}
