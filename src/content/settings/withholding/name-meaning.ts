import { isReview } from './hiding-values.ts'
import {
  ASPECTS,
  AUDIENCES,
  AWAY,
  BOUNDED,
  BOUNDS,
  DEMANDS,
  ELSEWHERE,
  ENDS,
  FEATURES,
  FILLERS,
  FINISHED,
  GATES,
  GRANTS,
  HIDING_VERBS,
  HINTS,
  isHidingName,
  isHidingWord,
  MOMENTS,
  NEGATIONS,
  OPENERS,
  PARTIAL,
  PARTS,
  PEOPLE,
  PLACES,
  REMOVALS,
  SCHEDULES,
  SECRETS,
  SHOWING_VERBS,
  SHOWN,
  STAGED,
  STAGES,
  STATES,
  STOPPING_VERBS,
  TELLING_VERBS,
  TIMED,
  WHOLE,
} from './hiding-words.ts'
import { wordsOf } from './words-of.ts'

/**
 * What the words of a key's name say about the text: it is hidden; `partly hidden` if the name also means something
 * else, like `draft_pick`, so that only a boolean or a date decides; it is shown; the moment from which it is shown
 * (`timed`) or no longer shown (`ending`); a restriction (`gate`) or a permission (`grant`) for some readers; or
 * nothing.
 */
export type NameMeaning =
  | 'hidden'
  | 'partly hidden'
  | 'shown'
  | 'timed'
  | 'ending'
  | 'gate'
  | 'grant'
  | 'nothing'

type Locale = ReadonlySet<string>

/** Returns the meaning of a key's name. `isWithin` says that the key is in a map about something else. */
export function meaningOfName(name: string, isWithin = false): NameMeaning {
  const words = wordsOf(name)
  if (words.length === 0) return 'nothing'
  return (
    meaningOfHiding(words, isWithin) ??
    meaningOfMoment(words) ??
    meaningOfReaders(words) ??
    (isWithin ? undefined : meaningOfState(words)) ??
    meaningOfShowing(words, isWithin)
  )
}

/** Whether a key says where or to whom a text is shown: `visible_to`, `publish_for`. */
export function isDirected(name: string): boolean {
  const words = wordsOf(name)
  return /^(?:to|for)$/.test(words.at(-1) ?? '') && has(words, SHOWN, SHOWING_VERBS, TIMED)
}

/** Whether a key names the state of a text: `workflow`, `article_state`. */
export function isStage(name: string): boolean {
  const words = wordsOf(name)
  return has(words, STAGES) && areAll(words, STAGES, STAGED, FILLERS)
}

function has(words: readonly string[], ...some: readonly Locale[]): boolean {
  return words.some((word) => some.some((each) => each.has(word)))
}

function areAll(words: readonly string[], ...some: readonly Locale[]): boolean {
  return words.every((word) => some.some((each) => each.has(word)) || isHidingWord(word))
}

function isOfPart(words: readonly string[]): boolean {
  return !has(words, PLACES, SHOWN) && has(words, PARTS)
}

function meaningOfHiding(words: readonly string[], isWithin: boolean): NameMeaning | undefined {
  const whole = words.join('')
  if (has(words, SECRETS)) return HINTS.has(words.at(-1) ?? '') ? 'nothing' : 'hidden'
  if (WHOLE.has(whole) || isReview(words.join(' '))) return 'hidden'
  if (OPENERS.has(whole)) return isWithin ? 'nothing' : 'hidden'
  const isOfFew = words.at(-1) === 'only' || words[0] === 'only'
  if (isOfFew && words.length > 1 && areAll(words, AUDIENCES, FILLERS)) return 'hidden'
  if (!words.some(isHidingWord) && !isHidingWord(whole)) return undefined
  if (isOfPart(words) && has(words, HIDING_VERBS, SHOWING_VERBS)) return 'nothing'
  const isFeature = has(words, FEATURES) && words.every((word) => word === 'offline' || !isHidingWord(word))
  if (isFeature) return 'nothing'
  const isPlain =
    isHidingName(whole) || areAll(words, FILLERS, NEGATIONS, PLACES, SHOWN, MOMENTS, GATES, GRANTS)
  return isPlain && !has(words, PEOPLE) ? 'hidden' : 'partly hidden'
}

function meaningOfMoment(words: readonly string[]): NameMeaning | undefined {
  const isHiding = has(words, HIDING_VERBS)
  // `hideFromGuests` is about guests, `hideAfter` about a moment.
  if (isHiding && has(words, AWAY)) return undefined
  const isBound =
    has(words, BOUNDED) && has(words, BOUNDS) && areAll(words, BOUNDED, BOUNDS, MOMENTS, FILLERS)
  const isTimed = has(words, TIMED) && has(words, MOMENTS) && !has(words, PLACES)
  if ((isBound || isTimed) && (isHiding || has(words, ENDS))) return 'ending'
  const whole = words.join(' ')
  const isRemoval = has(words, REMOVALS) || whole.startsWith('take down')
  if (isRemoval && (has(words, MOMENTS) || whole === 'take down')) return 'ending'
  if (isBound || isTimed) return 'timed'
  if (has(words, MOMENTS) && areAll(words, NEGATIONS, MOMENTS))
    return has(words, NEGATIONS) ? 'timed' : 'nothing'
  const isSchedule = has(words, SCHEDULES) && areAll(words, SCHEDULES, FILLERS, SHOWN)
  return isSchedule ? 'timed' : undefined
}

function meaningOfReaders(words: readonly string[]): NameMeaning | undefined {
  const isDemand = has(words, DEMANDS)
  const others = isDemand ? AUDIENCES : ASPECTS
  if (!areAll(words, GATES, GRANTS, DEMANDS, FILLERS, others)) return undefined
  if (has(words, GATES) || (has(words, GRANTS) && isDemand)) return 'gate'
  return has(words, GRANTS) ? 'grant' : undefined
}

function meaningOfState(words: readonly string[]): NameMeaning | undefined {
  if (has(words, STATES) && areAll(words, STATES, FILLERS, MOMENTS)) return 'partly hidden'
  const isFinished = has(words, FINISHED) && areAll(words, FINISHED, FILLERS, SHOWN)
  return isFinished || FINISHED.has(words.join('')) ? 'shown' : undefined
}

function meaningOfShowing(words: readonly string[], isWithin: boolean): NameMeaning {
  const isAbout = has(words, PLACES, SHOWN)
  if (isOfPart(words)) return 'nothing'
  if (has(words, HIDING_VERBS)) return 'hidden'
  if (has(words, STOPPING_VERBS))
    return isAbout || areAll(words, STOPPING_VERBS, FILLERS) ? 'hidden' : 'nothing'
  if (has(words, NEGATIONS)) return isAbout ? 'hidden' : 'nothing'
  if (has(words, TELLING_VERBS)) return 'nothing'
  if (isWithin && has(words, PARTIAL, SHOWING_VERBS)) return 'nothing'
  if (has(words, SHOWN)) {
    const isOfText = areAll(words, SHOWN, FILLERS, PLACES, SHOWING_VERBS)
    return isOfText || !has(words, PARTIAL, ELSEWHERE) ? 'shown' : 'nothing'
  }
  const rest = words.filter((word) => !FILLERS.has(word) && !SHOWING_VERBS.has(word))
  const isShowing = has(words, SHOWING_VERBS)
    ? rest.length === 0 || has(words, PLACES)
    : rest.length === 1 && has(words, PLACES)
  return isShowing ? 'shown' : 'nothing'
}
