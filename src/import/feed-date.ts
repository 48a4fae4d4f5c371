import { parseMoment } from '../content/settings/parse-moment.ts'
import { type Instant, instant } from '../model/instant.ts'
import { readZone } from './feed-zone.ts'

/** Longer than any date, including the name of the day and the zone. */
const MOST_DATE = 80

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?`
const ZONE = String.raw`(?:\s?(?<zone>[a-z]{1,5}|(?:gmt|utc?)?\s?[+-]\d{1,2}(?::?\d{2})?))?`
const WEEKDAY = String.raw`(?:[a-z]{3,9}\.?,?\s?)?`

/** The notations of a moment in feeds. Dates without a time and dates in prose are left to `parseMoment`. */
const WRITTEN: readonly RegExp[] = [
  // RFC 3339, ISO 8601 (without separators, too), and with blanks.
  String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})\s?t?\s?${TIME}${ZONE}`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})t(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})${ZONE}`,
  // RFC 822, RFC 2822, RFC 850.
  String.raw`${WEEKDAY}(?<day>\d{1,2})[\s-](?<month>[a-z]{3,9})\.?[\s-](?<year>\d{2,4}),?\s${TIME}${ZONE}`,
  // The output of date functions in JavaScript and C.
  String.raw`${WEEKDAY}(?<month>[a-z]{3,9})\.?\s(?<day>\d{1,2}),?\s(?<year>\d{4}),?\s${TIME}${ZONE}`,
  String.raw`${WEEKDAY}(?<month>[a-z]{3,9})\s(?<day>\d{1,2})\s${TIME}\s(?:(?<zone>[a-z]{1,5})\s)?(?<year>\d{4})`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'))

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/**
 * Parses a date of another publisher's feed as readers do: RFC 822, RFC 3339, and common variants. Without a zone it is UTC.
 * Returns undefined if a part is missing or ambiguous, such as an unknown zone.
 */
export function readFeedDate(written: string | undefined): Instant | undefined {
  if (written === undefined || written.length > MOST_DATE) return undefined
  // A comment of RFC 822 repeats the zone in words.
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?\([^()]*\)$/, '')
  for (const pattern of WRITTEN) {
    const parts = pattern.exec(text)?.groups
    if (parts !== undefined) return momentOf(parts)
  }
  const parsed = parseMoment(text, 'UTC')
  return 'moment' in parsed ? parsed.moment : undefined
}

function momentOf(parts: Readonly<Record<string, string | undefined>>): Instant | undefined {
  const offset = readZone(parts['zone'] ?? 'Z')
  const number = (name: string) => Number(parts[name] ?? 0)
  const [year, month, day] = [yearOf(parts['year'] ?? ''), monthOf(parts['month'] ?? ''), number('day')]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const isDay = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')]
  // ISO 8601 ends a day at 24:00, and some minutes have a leap second.
  const isTime = (hour < 24 || (hour === 24 && minute === 0 && second === 0)) && minute < 60 && second <= 60
  if (!isDay || !isTime || offset === undefined) return undefined
  date.setUTCHours(
    hour,
    minute - offset,
    second,
    Number((parts['fraction'] ?? '').slice(0, 3).padEnd(3, '0')),
  )
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999 ? instant(date.getTime()) : undefined
}

/** Returns the full year of a year with two or three digits (RFC 2822 §4.3). */
function yearOf(written: string): number {
  if (written.length > 3) return Number(written)
  return Number(written) + (written.length === 2 && Number(written) < 50 ? 2000 : 1900)
}

/** Returns the number of a month from its number, its name or the first letters of the name. 0 if there is no such month. */
function monthOf(written: string): number {
  const name = written.toLowerCase()
  return /^\d/.test(name) ? Number(name) : MONTHS.findIndex((month) => month.startsWith(name)) + 1
}
