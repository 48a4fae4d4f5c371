import { dropDateline } from './date-phrase.ts'
import type { PlainDate } from './prose-date.ts'
import { splitSentences } from './sentences.ts'
import { joinsWithoutSpace } from './text-width.ts'
import { cutSentence } from './title-cut.ts'
import { isBalanced } from './title-marks.ts'

/** In UTF-16 code units: what link previews and lists of articles show. */
const SUMMARY_LENGTH = 280

/** In characters. Later text does not affect where a sentence is cut. */
const LONGEST = 2000

/** What is known about the article that needs a summary. */
export interface SummaryHints {
  /** A BCP 47 tag. */
  readonly language?: string
  /** The article's title. The sentence that it was made from is skipped if there are others. */
  readonly title?: string
  /** Whether the title was made from the text. It then is part of a sentence, however short that part is. */
  readonly titleIsInferred?: boolean
  /** The article's own date. A dateline with this date is left out. */
  readonly date?: PlainDate
}

/**
 * Makes a summary of at most 280 characters, on one line: the first whole sentences that fit, without the one that the
 * title was made from, because readers see both together. If not even one sentence fits, it is cut with an ellipsis.
 * Empty if the text has nothing beyond the title.
 */
export function summarise(
  paragraphs: readonly string[],
  { language, title, titleIsInferred = false, date }: SummaryHints = {},
): string {
  const sentences = paragraphs
    .flatMap((paragraph) => splitSentences(paragraph, language))
    .map((sentence) => (date ? dropDateline(sentence, date) : sentence).replaceAll(/\s+/g, ' '))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !sentence.endsWith(':'))
  const wanted = plainWords(title ?? '')
  const told = sentences.map((sentence) => tells(sentence, wanted, titleIsInferred ? 0 : LEAST_COVERED))
  const fresh = sentences.filter((_, index) => told[index] === 'no')
  const more = sentences.filter((_, index) => told[index] !== 'same')
  const [whole, other] = [wholeSentences(fresh), wholeSentences(more)]
  if (whole !== '' && (isBalanced(whole) || !isBalanced(other))) return whole
  if (other !== '') return other
  const first = fresh[0] ?? more[0]
  return first === undefined ? '' : cutWithEllipsis(first, language)
}

/** Returns as many of the first sentences as fit, avoiding an open quote at the end if possible. */
function wholeSentences(sentences: readonly string[]): string {
  let taken = ''
  let balanced = ''
  for (const sentence of sentences) {
    const longer =
      taken === '' ? sentence : taken + (joinsWithoutSpace(taken, sentence) ? '' : ' ') + sentence
    if (longer.length > SUMMARY_LENGTH) break
    taken = longer
    if (isBalanced(taken)) balanced = taken
  }
  return balanced === '' ? taken : balanced
}

function cutWithEllipsis(sentence: string, language: string | undefined): string {
  const { text } = cutSentence(sentence.slice(0, LONGEST), SUMMARY_LENGTH - 1, language)
  return text.endsWith('…') ? text : `${text}…`
}

/**
 * Compares a sentence with the words of the title (`wanted`): it says the `same`; or `more`, if the title is a part of
 * it and makes up at least `share`; or `no`.
 */
function tells(sentence: string, wanted: readonly string[], share: number): 'same' | 'more' | 'no' {
  if (wanted.length === 0) return 'no'
  const said = plainWords(sentence)
  // An open quote continues in the next sentence, so the sentence with its beginning is needed.
  if (said.length === wanted.length && said.every((word, index) => word === wanted[index]))
    return isBalanced(sentence) ? 'same' : 'more'
  let found = 0
  let skipped = 0
  for (const word of said) {
    if (found === wanted.length) break
    if (word === wanted[found]) found += 1
    else skipped += 1
  }
  return found === wanted.length && skipped <= MOST_SKIPPED && found >= said.length * share ? 'more' : 'no'
}

/** The part of a sentence that a written title must cover: `Rome` says little about an event in Rome. */
const LEAST_COVERED = 0.5

/** Words that a title may omit from its sentence: a date phrase, a name or a role. */
const MOST_SKIPPED = 14

function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
