import { dropDatePhrase } from './date-phrase.ts'
import type { PlainDate } from './prose-date.ts'
import { splitSentences } from './sentences.ts'
import { textWidth } from './text-width.ts'
import { cutSentence } from './title-cut.ts'
import { balanceMarks, capitalise, trimEnds } from './title-marks.ts'
import { shorterSentences } from './title-variants.ts'

/** In columns, so at most as many characters: what a list of headlines shows in two lines. */
const TITLE_LENGTH = 110

/** In characters. No real sentence is longer, and later text cannot be part of the title. */
const LONGEST = 2000

/** What is known about the text that needs a title. */
export interface TitleHints {
  /** A BCP 47 tag. */
  readonly language?: string
  /** The article's own date. Its phrase is not part of the title; phrases with other dates are. */
  readonly date?: PlainDate
}

/**
 * Infers a title for a text without one: its first sentence, without the date phrase and the final stop. A sentence
 * longer than 110 columns is cut as an editor would cut it: at a clause or before a phrase, if necessary without an
 * apposition or a role before a name (`Il presidente russo Vladimir Putin`). A cut within a phrase gets an ellipsis.
 * Empty only for a blank text.
 */
export function inferTitle(text: string, { language, date }: TitleHints = {}): string {
  const sentences = splitSentences(text, language)
  for (const sentence of sentences) {
    const bare = date ? dropDatePhrase(sentence, date, language) : sentence
    const whole = balanceMarks(capitalise(trimEnds(bare.slice(0, LONGEST))))
    if (/[\p{L}\p{N}]/u.test(whole))
      return textWidth(whole) <= TITLE_LENGTH ? whole : shorten(whole, language)
  }
  return [...text.trim().replaceAll(/\s+/g, ' ')].slice(0, TITLE_LENGTH / 2).join('')
}

/** Returns the best cut of the sentence, or of a shorter variant if that allows a better place to cut. */
function shorten(sentence: string, language: string | undefined): string {
  let best = cutSentence(sentence, TITLE_LENGTH, language)
  for (const variant of shorterSentences(sentence, language)) {
    const cut = cutSentence(variant, TITLE_LENGTH, language)
    if (cut.strength > best.strength) best = cut
  }
  return best.text
}
