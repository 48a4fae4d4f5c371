import { findDate } from './prose-date.ts'

/** What may follow a date and is not part of the text: its time, and a mark. */
const TIME = /^(?:T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*[.,:;|–—-]?[ \t]*/

/**
 * Removes the date line of a raw text: a first `date 2025-12-28`, or a line with only the date, either first or under a
 * title. A date in prose is part of the text.
 */
export function withoutDateLine(text: string): string {
  const date = findDate(text)
  if (date === undefined) return text
  const lineStart = text.lastIndexOf('\n', date.at) + 1
  const start = Math.max(lineStart, Math.min(date.start, date.at))
  const label = text.slice(lineStart, start).trim()
  const above = text.slice(0, lineStart).trim()
  if (!/^(?:date\s*:?)?$/i.test(label) || above.includes('\n')) return text
  const rest = text.slice(date.at + date.text.length).replace(TIME, '')
  const isAlone = rest === '' || rest.startsWith('\n')
  const isToken = above === '' && (label !== '' || (start === date.at && /^\d{4}-/.test(date.text)))
  return isAlone || isToken ? text.slice(0, lineStart) + rest : text
}
