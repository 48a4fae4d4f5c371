import { parseOffset, type WrittenMoment } from './written-moment.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const RFC_822 =
  /^(?:[a-z]{3},\s*)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})\s+(?<year>\d{4})\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s+(?<zone>[a-z]+|[+-]\d{4})$/i

/**
 * Reads a date as mail and RSS write it (RFC 822 §5, with a year of four digits as RFC 2822 demands): its day, time and
 * offset as they are written, whether or not they exist.
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
