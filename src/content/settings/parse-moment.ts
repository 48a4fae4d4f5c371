import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../model/instant.ts'
import { findDate, type PlainDate, parseProseDate } from '../prose/prose-date.ts'

/** The parsed moment, or the reason why it is invalid, with an example. */
export type ParsedMoment = { readonly moment: Instant } | { readonly message: string }

/** A date without a time means noon. In most time zones of the world that is the same day. */
const NOON: WrittenTime = { hour: 12, minute: 0, second: 0, millisecond: 0 }

/**
 * Parses a moment in the usual notations: RFC 3339, ISO 8601 with a space or without seconds or zone, RFC 822, a date
 * alone, a date in prose. A missing zone is the site's. Nothing else is inferred.
 */
export function parseMoment(text: string, timezone: string): ParsedMoment {
  const value = text.trim()
  const written = parseIso(value) ?? parseRfc822Date(value) ?? parseProseDate(value)
  if (written === undefined) return refuse(value, reasonAgainst(value), '2026-02-28')
  try {
    return { moment: resolve(written, timezone) }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    return refuse(value, ...flawOf(written))
  }
}

/** Returns the day of a moment in a time zone. */
export function dayOf(moment: Instant, timezone: string): PlainDate {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timezone)
  return { year, month, day }
}

/** Returns noon of a day in a time zone, or the reason why there is no such day. */
export function noonOf({ year, month, day }: PlainDate, timezone: string): ParsedMoment {
  const date = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
  return parseMoment(date.join('-'), timezone)
}

function refuse(value: string, reason: string, example: string): ParsedMoment {
  return { message: `Cannot read the date "${value}": ${reason}. Write it as ${example}.` }
}

/** Explains why a text is not a date in ISO 8601, RFC 822 or prose. */
function reasonAgainst(value: string): string {
  if (isImpossible(value)) return 'no such day'
  // Tests with a leap year: a text that becomes a date with it lacks only its year.
  if (isImpossible(`${value} 2024`)) return 'no such day'
  return parseProseDate(`${value} 2024`) ? 'its year is missing' : 'it names no day that can be told for sure'
}

function isImpossible(value: string): boolean {
  const found = findDate(value)
  return found !== undefined && found.date === undefined && found.text === value
}

const ISO =
  /^(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?:(?:[Tt]|[ \t]+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?[ \t]*(?<zone>Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/

function parseIso(value: string): WrittenMoment | undefined {
  const part = ISO.exec(value)?.groups
  if (part === undefined) return undefined
  const date = { year: Number(part['year']), month: Number(part['month']), day: Number(part['day']) }
  if (part['hour'] === undefined) return date
  const millisecond = Number((part['fraction'] ?? '').slice(0, 3).padEnd(3, '0'))
  const time = {
    hour: Number(part['hour']),
    minute: Number(part['minute']),
    second: Number(part['second'] ?? 0),
    millisecond,
  }
  if (part['zone'] === undefined) return { ...date, time }
  const offsetMinutes = parseOffset(part['zone'])
  return offsetMinutes === undefined ? undefined : { ...date, time, offsetMinutes }
}

/** Resolves a written moment. Throws a RangeError if there is no such day or time. */
function resolve(written: WrittenMoment, timezone: string): Instant {
  const { year, month, day, time = NOON, offsetMinutes = timezone === 'UTC' ? 0 : undefined } = written
  const known = offsetMinutes === undefined ? undefined : resolveOffset(written, offsetMinutes)
  if (known !== undefined) return instant(known)
  const local = Temporal.PlainDateTime.from({ year, month, day, ...time }, { overflow: 'reject' })
  if (offsetMinutes === undefined) {
    // When clocks change, 'compatible' resolves local times like RFC 5545 and calendar apps.
    return instant(local.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds)
  }
  return instant(local.subtract({ minutes: offsetMinutes }).toZonedDateTime('UTC').epochMilliseconds)
}

/** Returns milliseconds since 1970 if there is such a day and time. A calendar takes ten times as long for it. */
function resolveOffset({ year, month, day, time = NOON }: WrittenMoment, offset: number): number | undefined {
  const { hour, minute, second, millisecond } = time
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond))
  // Date turns a day that does not exist into a day of the next month, and adds 1900 to a year below 100.
  const isDay = local.getUTCFullYear() === year && local.getUTCMonth() === month - 1
  return isDay && hour < 24 && minute < 60 && second < 60 ? local.getTime() - offset * 60_000 : undefined
}

/** Explains why a moment does not exist, and gives the nearest one that does. */
function flawOf({ year, month, day, time }: WrittenMoment): [reason: string, example: string] {
  const nearest = Temporal.PlainDate.from({ year, month: Math.max(month, 1), day: Math.max(day, 1) })
  const isDay = nearest.day === day && nearest.month === month
  if (!isDay) return ['no such day', nearest.toString()]
  return [time ? 'no such time' : 'no such moment', `${nearest.toString()}T10:00:00+01:00`]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const RFC_822 =
  /^(?:[a-z]{3},\s*)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})\s+(?<year>\d{4})\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s+(?<zone>[a-z]+|[+-]\d{4})$/i

/**
 * Parses a date as mail and RSS write it (RFC 822 §5, with four digits for the year as in RFC 2822). Returns its day,
 * time and offset as written, even if they do not exist.
 */
export function parseRfc822Date(text: string): WrittenMoment | undefined {
  const part = RFC_822.exec(text)?.groups
  const month = MONTHS.indexOf(part?.['month']?.toLowerCase() ?? '') + 1
  if (part === undefined || month === 0) return undefined
  const offsetMinutes = parseOffset(part['zone'] ?? '')
  if (offsetMinutes === undefined) return undefined
  const time = {
    hour: Number(part['hour']),
    minute: Number(part['minute']),
    second: Number(part['second'] ?? 0),
    millisecond: 0,
  }
  return { year: Number(part['year']), month, day: Number(part['day']), time, offsetMinutes }
}

/** A moment as written, even if there is no such day or time. */
export interface WrittenMoment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time?: WrittenTime
  /** Minutes east of UTC. */
  readonly offsetMinutes?: number
}

/** A time of day. */
export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** The zones of RFC 822 §5.1, in minutes east of UTC. */
const ZONES: ReadonlyMap<string, number> = new Map<string, number>([
  ...(['Z', 'UT', 'UTC', 'GMT'] as const).map((name) => [name, 0] as const),
  ...([
    ['EST', -300],
    ['EDT', -240],
    ['CST', -360],
    ['CDT', -300],
  ] as const),
  ...([
    ['MST', -420],
    ['MDT', -360],
    ['PST', -480],
    ['PDT', -420],
  ] as const),
])

/** Parses `+01:00`, `+0100`, `+01`, `Z`, `GMT` or `EST` into minutes east of UTC. Undefined for other text. */
export function parseOffset(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(zone) ?? []
  if (hours === undefined) return ZONES.get(zone.toUpperCase())
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
