import { englishMonthNumber, monthNumber } from './month-names.ts'

/** A day of the Gregorian calendar, without a time zone. */
export interface PlainDate {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** A date as written. */
export interface WrittenDate {
  /** The words of the date: `25 dicembre 2025`. */
  readonly text: string
  /** Absent if there is no such day: `31 febbraio 2025`. */
  readonly date?: PlainDate
}

/** A date in a text. Offsets count UTF-16 code units. */
export interface FoundDate extends WrittenDate {
  /** The offset of `text`. */
  readonly at: number
  /**
   * The range of the whole phrase, with weekday, preposition, and the comma and space after it: `Giovedì 25 dicembre
   * 2025, `.
   */
  readonly start: number
  readonly end: number
}

/** In characters. A date further from the beginning belongs to the story; it is not the text's own date. */
const WITHIN = 200

/** Spaces and at most one line end separate the words of a date. */
const GAP = String.raw`(?:[^\S\n]*\n)?[^\S\n]*`
const SPACE = String.raw`(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+)`
const NOT_INSIDE = String.raw`(?<![\p{L}\p{N}])(?<!\p{N}[.,:/-])`
const YEAR_END = String.raw`(?![\p{L}\p{N}]|[.,]\p{N})`
const DATE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.\-/_=])(?<iso>\d{4}-\d{2}-\d{2})(?!\p{N}|-[\p{L}\p{N}]|(?!T\d)\p{L})`,
    String.raw`${NOT_INSIDE}(?<day>\d{1,2}|primo|premier|primero|primeiro)(?:[°º]|\.º|\.|ᵉʳ|er|ro|st|nd|rd|th)?${SPACE}(?:(?:de|di|of)${SPACE}|d[’'])?(?<month>\p{L}{3,12})\.?,?${SPACE}(?:(?:de|del|do)${SPACE})?(?<year>\d{4})${YEAR_END}`,
    String.raw`${NOT_INSIDE}(?<month2>\p{L}{3,9})\.?${SPACE}(?:the${SPACE})?(?<day2>\d{1,2})(?:st|nd|rd|th)?(?:,${GAP}|${SPACE})(?<year2>\d{4})${YEAR_END}`,
  ].join('|'),
  'giu',
)

const WEEKDAY = [
  "(?:luned|marted|mercoled|gioved|venerd)(?:ì|í|i[’']?)|sabato|domenica",
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend',
  'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo',
  '(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?',
].join('|')
const TODAY = "oggi|ieri|today|yesterday|aujourd[’']hui|hier|heute|gestern|hoy|ayer|hoje|ontem"
const PART_OF_DAY = [
  "(?:(?:nella|nel|la|il)\\s+)?(?:giornata|mattina|mattinata|pomeriggio|serata|sera|notte|giorno)\\s+(?:del(?:l[’'])?|di)",
  '(?:in\\s+the|on\\s+the|the)\\s+(?:morning|afternoon|evening|night|day)\\s+of',
  '(?:dans\\s+la\\s+|au\\s+|en\\s+|la\\s+|le\\s+)?(?:journée|soirée|matinée|matin|soir)\\s+du',
  '(?:en\\s+|por\\s+)?la\\s+(?:mañana|tarde|noche)\\s+del?',
  '(?:na\\s+|da\\s+)?(?:manhã|tarde|noite)\\s+d[eo]',
].join('|')
const ARTICLE = [
  "in data|il|lo|l[’']",
  'on the|on|the',
  'le|ce',
  'am|den',
  'el d[ií]a|el|este',
  'no dia|neste|nest[ae]|em|n[ao]|[ao]',
].join('|')
/** Words before a date that belong to it. */
const LEAD_IN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${TODAY}),?\\s+)?(?:(?:${PART_OF_DAY})(?:\\s+|(?<=[’'])))?(?:(?:${ARTICLE})(?:\\s+|(?<=[’'])))?(?:(?:${WEEKDAY}),?\\s+(?:(?:${ARTICLE})\\s+)?)?$`,
  'iu',
)

/**
 * Finds the first complete date (day, month and year) in the first 200 characters of a text: in Italian, English,
 * French, German, Spanish or Portuguese, or as `2025-12-28`. It does not guess: words like "oggi" are not dates, and a
 * day that does not exist is returned without its `date`, even if a valid date follows it.
 */
export function findDate(text: string): FoundDate | undefined {
  // Two more characters show whether the year really ends there.
  const head = text.slice(0, WITHIN + 2)
  DATE.lastIndex = 0
  for (let match = DATE.exec(head); match; match = DATE.exec(head)) {
    const written = readMatch(match)
    const at = match.index
    const end = at + match[0].length
    if (written && end <= WITHIN) {
      const leadIn = LEAD_IN.exec(text.slice(0, at))?.[0] ?? ''
      const tail = /^[^\S\n]*,?[^\S\n]*/.exec(text.slice(end))?.[0] ?? ''
      return { ...written, at, start: at - leadIn.length, end: end + tail.length }
    }
    DATE.lastIndex = at + 1
  }
  return undefined
}

/**
 * Parses a text that is only a date, possibly with its weekday and article. Undefined for other text and for a day that
 * does not exist.
 */
export function parseProseDate(text: string): PlainDate | undefined {
  const trimmed = text.trim()
  const found = findDate(trimmed)
  return found && found.start === 0 && found.end === trimmed.length ? found.date : undefined
}

/**
 * Returns the date at the beginning of a seed's name: `notes/2025-01-23-title.txt`. For an `index` file, the date of
 * its folder's name.
 */
export function dateFromFileName(path: string): WrittenDate | undefined {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const dated = /^index\.[^.]+$/.test(name) ? (parts.pop() ?? '') : name
  const text = /^\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}])/u.exec(dated)?.[0]
  return text === undefined
    ? undefined
    : writtenDate(text, text.slice(0, 4), Number(text.slice(5, 7)), text.slice(8))
}

function readMatch(match: RegExpExecArray): WrittenDate | undefined {
  const { iso, day, month, year, day2, month2, year2 } = match.groups ?? {}
  if (iso !== undefined) return writtenDate(iso, iso.slice(0, 4), Number(iso.slice(5, 7)), iso.slice(8))
  if (day !== undefined && month !== undefined && year !== undefined) {
    const number = monthNumber(month)
    return number === undefined ? undefined : writtenDate(match[0], year, number, /\d/.test(day) ? day : '1')
  }
  if (day2 !== undefined && month2 !== undefined && year2 !== undefined) {
    const number = englishMonthNumber(month2)
    return number === undefined ? undefined : writtenDate(match[0], year2, number, day2)
  }
  return undefined
}

function writtenDate(text: string, year: string, month: number, day: string): WrittenDate {
  const date = { year: Number(year), month, day: Number(day) }
  return isDay(date) ? { text, date } : { text }
}

/** Whether the calendar has this day. The year has four digits, because Date takes 0 to 99 for the twentieth century. */
function isDay({ year, month, day }: PlainDate): boolean {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}
