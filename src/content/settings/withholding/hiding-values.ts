import {
  AUDIENCES,
  DEMANDS,
  FILLERS,
  FINISHED,
  isHidingWord,
  NEGATIONS,
  SHOWN,
  STATES,
} from './hiding-words.ts'
import { listOf, wordsOf } from './words-of.ts'

/** Words of keys whose value is a name or prose: a film may be called Secret, and a class `hidden`. */
const WORDED = listOf(
  `title subtitle headline heading name label alt caption class classes cssclass cssclasses css license
  film movie song music playing album artist band book place venue location city question q answer a
  ingredients quote slug icon emoji excerpt summary description`,
)

/** Whether the value of a key is a name or prose, which says nothing about publication. */
export function isWorded(name: string): boolean {
  return wordsOf(name).some((word) => WORDED.has(word))
}

/** In characters. A longer value is prose. */
const LONGEST_VALUE = 40

/** Whether a value consists only of words that say that a text is not for everyone: `draft`, `in review`. */
export function isHidingValue(value: string): boolean {
  if (value.length > LONGEST_VALUE) return false
  if (isReview(value.trim())) return true
  const words = wordsOf(value)
  const isTold = words.every(
    (word) => FILLERS.has(word) || NEGATIONS.has(word) || SHOWN.has(word) || isHidingWord(word),
  )
  const isTurned = words.some((word) => NEGATIONS.has(word)) && words.some((word) => SHOWN.has(word))
  return isTold && (isTurned || words.some(isHidingWord))
}

/** Values of several ordinary words that together say it. */
const REVIEWS =
  /^(?:in[ _-]?review|needs?[ _-]?review|under[ _-]?review|to[ _-]?review|internal|never|on[ _-]?hold|work[ _-]?in[ _-]?progress|off[ _-]?the[ _-]?record|do[ _-]?not[ _-]?publish|not[ _-]?(?:public|published|ready|listed))$/iu

/** Whether ordinary words together say that the text awaits a review, or is not for everyone. */
export function isReview(text: string): boolean {
  return REVIEWS.test(text)
}

/** Whether a value of a key about the text's state says that the text is unfinished or withdrawn: `not done`. */
export function isUnfinished(value: string): boolean {
  const words = value.length > LONGEST_VALUE ? [] : wordsOf(value)
  const isTold = words.every(
    (word) => STATES.has(word) || FINISHED.has(word) || NEGATIONS.has(word) || FILLERS.has(word),
  )
  const isTurned = words.some((word) => NEGATIONS.has(word)) && words.some((word) => FINISHED.has(word))
  return isTold && (isTurned || words.includes('progress') || words.some((word) => STATES.has(word)))
}

/** Words for reading a text: `read:staff`. */
const READING = listOf('read reads view views see can may or and require required')

/** Whether a value names only a group of people: `staff`, `[team, friends]`, `logged-in users`. */
export function isOfFew(value: string): boolean {
  if (value.length > LONGEST_VALUE) return false
  const words = wordsOf(value)
  const isTold = words.every(
    (word) => AUDIENCES.has(word) || FILLERS.has(word) || READING.has(word) || DEMANDS.has(word),
  )
  return isTold && words.some((word) => AUDIENCES.has(word) || word.startsWith('require'))
}

/** Words that say that everyone may read. */
const OPEN = listOf('public open everyone everybody anyone all clear white free')

/** Whether a value says that the text is for everyone. */
export function isOpen(value: string): boolean {
  return OPEN.has(value.trim().toLowerCase())
}
