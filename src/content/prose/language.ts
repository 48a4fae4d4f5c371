import { eld } from 'eld/extrasmall'

/** Fewer letters, names above all, can be taken for many languages. */
const LETTERS = 20
/** In characters. More text does not improve the result. */
const SAMPLE = 1500

/**
 * Detects the language of a text, as a BCP 47 tag. Undefined if the text is too short to be sure: it needs about twenty
 * letters, or ten in a script whose characters are syllables or words.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE)
  if (!hasLetters(sample)) return undefined
  const result = eld.detect(sample)
  return result.isReliable() ? result.language : undefined
}

function hasLetters(sample: string): boolean {
  // A fast path: nearly every text has enough letters at its beginning.
  const beginning = sample.slice(0, 200)
  return [beginning, sample].some((text) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    if (letters >= LETTERS) return true
    const dense = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu)?.length ?? 0
    return letters + dense >= LETTERS
  })
}
