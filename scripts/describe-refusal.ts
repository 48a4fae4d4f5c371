/** Why the system refused something, in a few words: `permission denied`. */
export function describeRefusal(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /^[A-Z\d]+: ([^,]+)/.exec(message)?.[1] ?? message
}
