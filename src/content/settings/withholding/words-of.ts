/** A text in one form: characters of any width and make are alike, and those that nobody sees are gone. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, '')
}

/** The words of a name, in lower case: `hideFromFeed`, `hide_from_feed` and `Hide-From-Feed` have the same three. */
export function wordsOf(name: string): readonly string[] {
  const parted = plainText(name).replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
  return parted.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** The words of a list, with white space between them. */
export function listOf(list: string): ReadonlySet<string> {
  return new Set(plainText(list).trim().split(/\s+/))
}
