import { dropDateline } from './date-phrase.ts'
import type { PlainDate } from './prose-date.ts'
import { splitSentences } from './sentences.ts'
import { joinsWithoutSpace } from './text-width.ts'
import { cutSentence } from './title-cut.ts'
import { isBalanced } from './title-marks.ts'

/** UTF-16 code units: what previews of a link and lists of articles show. */
const SUMMARY_LENGTH = 280

/** What is beyond it has no part in where a sentence is cut. */
const LONGEST = 2000

/** What is known of the article that a summary is made for. */
export interface SummaryHints {
  /** A BCP 47 tag. */
  readonly language?: string
  /** A sentence that this was made from is not told again while there are others. */
  readonly title?: string
  /** Whether the title was made from the text: then it is a part of its sentence, however little of it. */
  readonly titleIsInferred?: boolean
  /** The article's own date: a dateline that tells it is left out. */
  readonly date?: PlainDate
}

/**
 * A summary of at most 280 characters, in one line: the first whole sentences of the paragraphs that fit, but for the one
 * that the title was made from, since the two are shown together. If not even one sentence fits it is cut, with an
 * ellipsis. Empty if there is nothing to say but the title.
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

/** As many of the first sentences as fit, and no quote left open where that can be avoided. */
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

/** What a sentence says beside a title of the words `wanted`: the `same`, `more` if the title is a part of it, of at least this `share`, or `no`. */
function tells(sentence: string, wanted: readonly string[], share: number): 'same' | 'more' | 'no' {
  if (wanted.length === 0) return 'no'
  const said = plainWords(sentence)
  // A quote that is still open goes on in the next sentence, which cannot be told without it.
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

/** How much of a sentence a title that somebody wrote has to be: `Rome` says little of what happened in Rome. */
const LEAST_COVERED = 0.5

/** Words that a title may leave out of its sentence: a date phrase, a name or a role. */
const MOST_SKIPPED = 14

function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
