import { dropDatePhrase } from './date-phrase.ts'
import type { PlainDate } from './prose-date.ts'
import { splitSentences } from './sentences.ts'
import { textWidth } from './text-width.ts'
import { cutSentence } from './title-cut.ts'
import { balanceMarks, capitalise, trimEnds } from './title-marks.ts'
import { shorterSentences } from './title-variants.ts'

/** Columns, so at most as many characters: what a list of headlines shows in two lines. */
const TITLE_LENGTH = 110

/** Nobody writes a longer sentence, and what is after it has no part in the title. */
const LONGEST = 2000

/** What is known of the text that a title is made from. */
export interface TitleHints {
  /** A BCP 47 tag. */
  readonly language?: string
  /** The article's own date: its phrase is no part of the title. Any other date is. */
  readonly date?: PlainDate
}

/**
 * A title for a text that has none: its first sentence without the date phrase and the final stop. One of more than 110
 * characters is cut as an editor would, at a clause or before a phrase, if need be without an apposition or a role before
 * a name (`Il presidente russo Vladimir Putin`); where it can only be cut within a phrase an ellipsis says so. Not empty
 * unless the text is blank.
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

/** The best cut of the sentence, or of one that says the same more shortly where that gets the cut to a better place. */
function shorten(sentence: string, language: string | undefined): string {
  let best = cutSentence(sentence, TITLE_LENGTH, language)
  for (const variant of shorterSentences(sentence, language)) {
    const cut = cutSentence(variant, TITLE_LENGTH, language)
    if (cut.strength > best.strength) best = cut
  }
  return best.text
}
