import { findDate } from './prose-date.ts'

/** What may follow a date that is no part of the text: its time, and a mark. */
const TIME = /^(?:T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*[.,:;|–—-]?[ \t]*/

/**
 * A raw text without the date that stands before its words: a first `date 2025-12-28`, or a line that is nothing but the
 * date, in the first place or under a title. A date in the prose is part of it.
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
