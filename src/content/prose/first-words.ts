/** UTF-16 code units: what a list or a tab of a browser shows in one line. */
const LENGTH = 80

/**
 * The first words of a text, in one line, as it is called where it has no title: those of its first block with a letter or
 * a digit, cut between words. Empty where it has neither.
 */
export function firstWords(blocks: readonly string[]): string {
  const block = blocks.find((text) => /[\p{L}\p{N}]/u.test(text)) ?? ''
  const line = block
    .slice(0, 4 * LENGTH)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (line.length <= LENGTH) return line
  const end = line.lastIndexOf(' ', LENGTH - 1)
  // Scripts that part no words give one long run of letters.
  const cut = line.slice(0, end < LENGTH / 2 ? LENGTH - 1 : end)
  return `${withoutEnd(cut)}…`
}

/** Without half of a surrogate pair, and the signs that lead on to what was cut off. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s,;:.…–—-]|[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
