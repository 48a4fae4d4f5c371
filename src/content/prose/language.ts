import { eld } from 'eld/extrasmall'

/** A few words, names above all, are taken for any language. */
const LETTERS = 20
/** More tells nothing more. */
const SAMPLE = 1500

/**
 * The language that a text is written in, as a BCP 47 tag, if there is enough of it to be sure: at least some twenty letters,
 * or ten where each stands for a syllable or a word.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE)
  if (!hasLetters(sample)) return undefined
  const result = eld.detect(sample)
  return result.isReliable() ? result.language : undefined
}

function hasLetters(sample: string): boolean {
  // Nearly every text has them at its beginning.
  const beginning = sample.slice(0, 200)
  return [beginning, sample].some((text) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    if (letters >= LETTERS) return true
    const dense = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu)?.length ?? 0
    return letters + dense >= LETTERS
  })
}
