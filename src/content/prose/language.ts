import { languageOfWords } from './language-words.ts'

/** Fewer letters may belong to many languages, especially in names. */
const LETTERS = 20
/** In characters. More text does not improve the result. */
const SAMPLE = 1500

/**
 * Detects the language of a text, as a BCP 47 tag. Undefined if the text is too short to be sure: it needs about twenty
 * letters, or ten in a script whose characters are syllables or words.
 */
export type DetectLanguage = (text: string) => string | undefined

/** A detector of languages. */
export interface Detector {
  readonly detect: (text: string) => { readonly language: string; readonly isReliable: () => boolean }
}

/** Creates a function that recognises languages by small words. In doubt it uses the detector, which `load` gives. */
export function createLanguageDetector(load: () => Detector): DetectLanguage {
  let detector: Detector | undefined
  return (text) => {
    const sample = text.slice(0, SAMPLE)
    if (!hasLetters(sample)) return undefined
    const language = languageOfWords(sample)
    if (language !== undefined) return language
    detector ??= load()
    const result = detector.detect(sample)
    return result.isReliable() ? result.language : undefined
  }
}

/** Creates the same function with the detector loaded at once. */
export async function loadLanguageDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/extrasmall')
  return createLanguageDetector(() => eld)
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
