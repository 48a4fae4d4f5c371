/** Returns a text as a message quotes it: whole, or its beginning if it has more than `longest` characters. */
export function quoteStart(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
