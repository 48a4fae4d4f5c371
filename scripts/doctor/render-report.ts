import { styleText } from 'node:util'
import type { Finding, Severity } from './finding.ts'
import { countOf, type Report } from './report.ts'

const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  fine: 'ok',
}
const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan', fine: 'green' } as const
const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'fine']

/** A report for people: grouped by address, the worst first, each with the way to mend it below. */
export function renderReport(report: Report): string {
  const { findings, requests } = report
  const groups = Map.groupBy(joinReaders(findings), ({ url }) => url)
  const parts = [...groups].map(([url, told]) => {
    const sorted = told.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    return [titleOf(url, report), ...sorted.map(renderFinding)].join('\n')
  })
  const counts = [
    plural(countOf(findings, 'error'), 'error'),
    plural(countOf(findings, 'warning'), 'warning'),
    `${countOf(findings, 'fine')} ok`,
  ]
  return [...parts, `${counts.join(', ')}; ${plural(requests, 'request')}`].join('\n\n')
}

/**
 * A report as one JSON document, for programs:
 *
 * ```text
 * { format: "strillone-doctor-1", url, at, requests, status: 0 | 1 | 2, release: string | null,
 *   counts: { error, warning, info, fine },
 *   feeds: [{ url, format: "rss" | "atom" | "json" | "rdf" | null, items }],
 *   findings: [{ check, severity: "error" | "warning" | "info" | "fine", url, reader: string | null, message,
 *                mend: string | null }] }
 * ```
 *
 * `status` is what the command ends with. Keys may be added to it; none goes or changes its meaning.
 */
export function renderReportJson(report: Report, status: number): string {
  const { url, at, requests, release = null, feeds, findings } = report
  const counts = Object.fromEntries(ORDER.map((severity) => [severity, countOf(findings, severity)]))
  const complete = findings.map(({ check, severity, url, reader = null, message, mend = null }) => ({
    ...{ check, severity, url, reader, message, mend },
  }))
  const document = { format: 'strillone-doctor-1', url, at, requests, status, release, counts, feeds }
  return JSON.stringify({ ...document, findings: complete }, null, 2)
}

/** What happens to several readers alike is one line. */
function joinReaders(findings: readonly Finding[]): readonly Finding[] {
  const alike = Map.groupBy(findings, ({ reader, ...rest }) => JSON.stringify([rest, reader === undefined]))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    const readers = group.flatMap(({ reader }) => reader ?? [])
    return first === undefined
      ? []
      : [readers.length === 0 ? first : { ...first, reader: readers.join(', ') }]
  })
}

function titleOf(url: string, { feeds }: Report): string {
  const feed = feeds.find((each) => each.url === url)
  const told = feed?.format ? ` (${feed.format}, ${plural(feed.items, 'item')})` : ''
  return styleText('bold', visible(url), { stream: process.stdout }) + told
}

function renderFinding({ severity, check, reader, message, mend }: Finding): string {
  const word = styleText(COLOURS[severity], WORDS[severity].padEnd(7), { stream: process.stdout })
  const who = reader === undefined ? '' : `${reader}: `
  const line = `  ${word} ${check.padEnd(12)} ${visible(who + message)}`
  return mend === undefined ? line : `${line}\n                       → ${mend}`
}

/** What a server says is shown on a terminal: without what would steer that. */
function visible(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
