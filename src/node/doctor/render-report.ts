import type { Line } from '../cli/print.ts'
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

/** Renders a report for people: by address, the worst findings first, and below each the way to mend it. */
export function renderReport(report: Report): readonly Line[] {
  const { findings, requests } = report
  const groups = Map.groupBy(joinReaders(findings), ({ url }) => url)
  const parts = [...groups].flatMap(([url, told]) => {
    const sorted = told.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    return [titleOf(url, report), ...sorted.flatMap(renderFinding), '']
  })
  const counts = [
    plural(countOf(findings, 'error'), 'error'),
    plural(countOf(findings, 'warning'), 'warning'),
    `${countOf(findings, 'fine')} ok`,
  ]
  return [...parts, `${counts.join(', ')}; ${plural(requests, 'request')}`]
}

/**
 * Renders a report as a JSON document for programs:
 *
 * ```text
 * { format: "strillone-doctor-1", url, at, requests, status: 0 | 1 | 2, release: string | null,
 *   counts: { error, warning, info, fine },
 *   feeds: [{ url, format: "rss" | "atom" | "json" | "rdf" | null, items }],
 *   findings: [{ check, severity: "error" | "warning" | "info" | "fine", url, reader: string | null, message,
 *                mend: string | null }] }
 * ```
 *
 * `status` is the exit status of the command. Later versions may add keys, but keep these keys and their meaning.
 */
export function reportDocument(report: Report, status: number): Readonly<Record<string, unknown>> {
  const { url, at, requests, release = null, feeds, findings } = report
  const counts = Object.fromEntries(ORDER.map((severity) => [severity, countOf(findings, severity)]))
  const complete = findings.map(({ check, severity, url, reader = null, message, mend = null }) => ({
    ...{ check, severity, url, reader, message, mend },
  }))
  const document = { format: 'strillone-doctor-1', url, at, requests, status, release, counts, feeds }
  return { ...document, findings: complete }
}

/** Joins the same finding of several readers into one line. */
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

function titleOf(url: string, { feeds }: Report): Line {
  const feed = feeds.find((each) => each.url === url)
  const told = feed?.format ? ` (${feed.format}, ${plural(feed.items, 'item')})` : ''
  return [{ look: 'bold', text: url }, told]
}

function renderFinding({ severity, check, reader, message, mend }: Finding): readonly Line[] {
  const word = { look: COLOURS[severity], text: WORDS[severity].padEnd(7) }
  const who = reader === undefined ? '' : `${reader}: `
  const line = ['  ', word, ` ${check.padEnd(12)} ${who}${message}`]
  return mend === undefined ? [line] : [line, `                       → ${mend}`]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
