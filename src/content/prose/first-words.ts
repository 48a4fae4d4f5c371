/** In UTF-16 code units: what a list or a browser's tab shows in one line. */
const LENGTH = 80

/**
 * Returns the first words of a text on one line, as the label of an article without a title. They come from the first
 * block with a letter or a digit, and are cut between words. Empty if there is no such block.
 */
export function firstWords(blocks: readonly string[]): string {
  const block = blocks.find((text) => /[\p{L}\p{N}]/u.test(text)) ?? ''
  const line = block
    .slice(0, 4 * LENGTH)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (line.length <= LENGTH) return line
  const end = line.lastIndexOf(' ', LENGTH - 1)
  // A script without spaces between words gives one long run of letters.
  const cut = line.slice(0, end < LENGTH / 2 ? LENGTH - 1 : end)
  return `${withoutEnd(cut)}…`
}

/** Removes half of a surrogate pair, and punctuation that would lead on to the removed text. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s,;:.…–—-]|[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
