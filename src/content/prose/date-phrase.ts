import { findDate, type PlainDate } from './prose-date.ts'

/** A place before the date and a dash or stop after it, as in an agency's dateline: `ROMA, 25 dicembre 2025 - `. */
const PLACE = /^\(?\p{Lu}[\p{L}'’./-]*(?:\s+(?:\p{Ll}{1,4}\s+)?\p{Lu}[\p{L}'’./-]*){0,3}[,(\s]*$/u
const AFTER_DATELINE = /^[)\]]?\s*[–—\-:.](?:\s+|$)/u
const SEPARATORS = /^[\s,;:.–—)\]-]+/u
/** After one of these words a date is part of the statement: `fino al`, `entro il`, `la legge del`. */
const BOUND =
  /(?:^|[\s’'(])(?:di|del|dello|dell|della|al|all|dal|dall|nel|per|tra|fra|fino|entro|dopo|prima|of|by|to|until|since|from|after|before|between|du|depuis|avant|après|jusqu|bis|seit|nach|vor|vom|von|desde|hasta|antes|después|até|depois|do|da)$/iu

/**
 * Removes the phrase with the article's own date from a sentence, if the sentence still reads well. Other dates stay,
 * because they are part of the news. `language` is a BCP 47 tag.
 */
export function dropDatePhrase(sentence: string, date: PlainDate, language?: string): string {
  const bare = dropDateline(sentence, date)
  const found = findDate(bare)
  if (!found?.date || !isSameDay(found.date, date)) return bare
  const before = bare.slice(0, found.start).trimEnd()
  const after = bare.slice(found.end)
  const comma = bare.slice(found.at, found.end).trimEnd().endsWith(',')
  if (/^[\p{Ps}\p{Pi}"']*$/u.test(before)) {
    // In German the verb would come first, which would make the sentence a question.
    if (/^de\b/.test(language ?? '') && !comma) return bare
    return before + after.replace(SEPARATORS, '')
  }
  if (before.endsWith('(') && after.startsWith(')')) return join(before.slice(0, -1), after.slice(1))
  if (before.endsWith(',')) return comma || isEnd(after) ? join(before.slice(0, -1), after) : bare
  if (found.start === found.at || BOUND.test(before)) return bare
  // In `December 25, 2025,` the second comma belongs to the date.
  return join(before, comma && !found.text.includes(',') ? `, ${after}` : after)
}

/** Removes a dateline, or a date at the beginning, from a sentence. The result is empty if the sentence has nothing else. */
export function dropDateline(sentence: string, date: PlainDate): string {
  const found = findDate(sentence)
  if (!found?.date || !isSameDay(found.date, date)) return sentence
  const before = sentence.slice(0, found.start).trimEnd()
  const after = sentence.slice(found.end)
  if (before === '' && isEnd(after)) return ''
  const apart = AFTER_DATELINE.test(after)
  return (before === '' || PLACE.test(before)) && apart ? after.replace(AFTER_DATELINE, '') : sentence
}

/** Whether two dates are the same day. */
function isSameDay(a: PlainDate, b: PlainDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

function isEnd(text: string): boolean {
  return /^[\s.!?…]*$/.test(text)
}

function join(before: string, after: string): string {
  const head = before.trimEnd()
  const tail = after.trimStart()
  return /^[.,;:!?…)]/.test(tail) ? head + tail : `${head} ${tail}`.trim()
}
