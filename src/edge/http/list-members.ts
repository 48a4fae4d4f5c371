/** Five times what any client lists: feed readers accept ten media types at most, and send the one tag that they have. */
export const MOST_MEMBERS = 50

/** A member's value, its weight, and more parameters than any media type that is asked for. */
const MOST_PARTS = 8

/**
 * The members of a header that is a list, trimmed, without the empty ones. Of a longer list the first fifty are read: a
 * recipient need only pass over "a reasonable number" of empty members (RFC 9110 §5.6.1.2), and may disregard what a
 * client would rather have (§12.1).
 */
export function listMembers(header: string): readonly string[] {
  return split(header, ',', MOST_MEMBERS).filter((member) => member !== '')
}

/** The parts of a member, its value first and then its first parameters, trimmed. */
export function memberParts(member: string): readonly string[] {
  return member.includes(';') ? split(member, ';', MOST_PARTS) : [member]
}

function split(text: string, separator: string, most: number): readonly string[] {
  return text.split(separator, most).map((part) => part.trim())
}
