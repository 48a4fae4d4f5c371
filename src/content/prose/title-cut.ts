import { functionWordsOf } from './function-words.ts'
import { textWidth } from './text-width.ts'
import { boundaryStrength } from './title-boundary.ts'
import { isBalanced, trimEnds, withoutLoneMarks } from './title-marks.ts'
import { hasClause, type Phrase } from './title-phrase.ts'
import { isDangling, weakness } from './title-weakness.ts'
import { readWords } from './title-words.ts'
import { verbFormsOf } from './verb-forms.ts'

/** The beginning of a sentence, with a rating of its end. */
export interface Cut {
  readonly text: string
  /** See `boundaryStrength`. */
  readonly strength: number
}

/** Below this value the cut is within a phrase and gets an ellipsis. */
const WITHIN_PHRASE = 15
const BETWEEN_CLAUSES = 45
const ELLIPSIS = '…'
const QUESTION = /[?？؟]$/
/** Text after one of these words retracts a part of the text before it, so any cut before it gets an ellipsis. */
const EXCEPTION =
  /(?<!\p{L})(?:tranne|salvo|eccetto|purché|a meno che|except|unless|barring|sauf|hormis|excepté|außer|sofern|falls|excepto|exceto)(?!\p{L})/iu
/** In columns. A shorter title wastes most of the space and says too little. */
const TOO_SHORT = 40
/** The value of using the full width, compared with the strength of a boundary. */
const LENGTH_WORTH = 40

/** Returns the best beginning of a sentence with at most `length` columns; the whole sentence if it fits. */
export function cutSentence(sentence: string, length: number, language: string | undefined): Cut {
  const words = readWords(sentence)
  const asks = QUESTION.test(sentence)
  const phrase: Phrase = { words, small: functionWordsOf(language), forms: verbFormsOf(language), asks }
  let best: (Cut & { readonly score: number }) | undefined
  for (const [index, word] of words.entries()) {
    const beginning = trimEnds(sentence.slice(0, word.end))
    if (textWidth(beginning) > length) break
    if (index === words.length - 1) return { text: beginning, strength: Number.POSITIVE_INFINITY }
    if (!isBalanced(beginning) || isDangling(phrase, index)) continue
    const strength = boundaryStrength(phrase, index)
    const partial =
      strength < WITHIN_PHRASE ||
      lacksVerb(phrase, index, strength) ||
      EXCEPTION.test(sentence.slice(word.end))
    const text = beginning + (partial ? ELLIPSIS : asks ? '?' : '')
    const width = textWidth(text)
    if (width > length) continue
    const short = width < TOO_SHORT ? 60 : 0
    const score = strength - weakness(phrase, index) - short + (LENGTH_WORTH * width) / length
    if (!best || score > best.score) best = { text, strength, score }
  }
  if (!best || textWidth(best.text) < length / 5) return { text: cutAnywhere(sentence, length), strength: 0 }
  return best
}

/** Whether the verb of the sentence seems to come later. */
function lacksVerb(phrase: Phrase, index: number, strength: number): boolean {
  if (strength >= BETWEEN_CLAUSES || hasClause(phrase, index)) return false
  return phrase.words.slice(index + 1).some(({ core }) => phrase.small.verbs.has(core))
}

/** Cuts at the last space if it is near the limit, and never within a character of several code points. */
function cutAnywhere(text: string, length: number): string {
  const room = length - ELLIPSIS.length
  let end = Math.min(text.length, room)
  while (end > 0 && (textWidth(text.slice(0, end)) > room || joinsCharacters(text, end))) end -= 1
  const space = text.lastIndexOf(' ', end)
  return withoutLoneMarks(trimEnds(text.slice(0, space > room / 2 ? space : end))) + ELLIPSIS
}

/** Whether both sides of an offset are parts of one visible character: accents, emoji, surrogates. */
function joinsCharacters(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 1), offset)
  const after = text.slice(offset, offset + 2)
  if (/^(?:\p{M}|\u200C|\u200D|\p{Emoji_Modifier}|[\uDC00-\uDFFF])/u.test(after)) return true
  // A joiner, the Devanagari virama, and Thai and Lao vowels, which are written before their consonant.
  return /(?:\u200D|\u094D|[\u0E40-\u0E44\u0EC0-\u0EC4])$/.test(before)
}
