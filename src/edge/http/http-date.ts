import { type Instant, instant } from '../../model/instant.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const LONG_DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const MONTH = `(?<month>${MONTHS.join('|')})`
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})'

/**
 * The three formats of RFC 9110 §5.6.7: IMF-fixdate, and the obsolete RFC 850 and asctime formats, which a recipient
 * must accept.
 */
const FORMATS = [
  `${DAY}, (?<day>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} GMT`,
  `${LONG_DAY}, (?<day>\\d{2})-${MONTH}-(?<year>\\d{2}) ${TIME} GMT`,
  `${DAY} ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})`,
].map((format) => new RegExp(`^${format}$`))

/**
 * Parses an HTTP-date (RFC 9110 §5.6.7). Returns undefined for other text and for dates and times that do not exist. A
 * year of two digits is one of 1970 to 2069: documents here are not older, and no client's clock is further ahead.
 */
export function parseHttpDate(text: string | null): Instant | undefined {
  if (text === null) return undefined
  const parts = FORMATS.map((format) => format.exec(text)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return undefined
  const number = (name: string) => Number(parts[name])
  const year =
    parts['year']?.length === 2 ? number('year') + (number('year') < 70 ? 2000 : 1900) : number('year')
  const month = MONTHS.indexOf(parts['month'] ?? '')
  const date = new Date(
    Date.UTC(year, month, number('day'), number('hour'), number('minute'), number('second')),
  )
  // Date.UTC accepts the 31st of February and gives a day in March, so the result is compared with the input. A leap
  // second (:60) is valid.
  const exists = date.getUTCMonth() === month && date.getUTCDate() === number('day') && number('hour') < 24
  return exists && number('minute') < 60 && number('second') <= 60 ? instant(date.getTime()) : undefined
}
