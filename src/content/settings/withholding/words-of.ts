/** Normalises a text: characters of any width and style become plain ones, and invisible characters are removed. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, '')
}

/**
 * Splits a name into its words, in lower case: `hideFromFeed`, `hide_from_feed` and `Hide-From-Feed` give the same
 * three.
 */
export function wordsOf(name: string): readonly string[] {
  const parted = plainText(name).replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
  return parted.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Makes a set of the words in a text, separated by white space. */
export function listOf(list: string): ReadonlySet<string> {
  return new Set(plainText(list).trim().split(/\s+/))
}
