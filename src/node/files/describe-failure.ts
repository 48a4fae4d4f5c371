/** Why a request got no answer, in a few words. */
export function describeFailure(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (!(cause instanceof Error)) return String(cause)
  // If a host has several addresses and all refuse, the error has a code but no message.
  return cause.message.trim() || ('code' in cause ? String(cause.code) : cause.name)
}

/** Why the system refused something, in a few words: `permission denied`. */
export function describeRefusal(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /^[A-Z\d]+: ([^,]+)/.exec(message)?.[1] ?? message
}
