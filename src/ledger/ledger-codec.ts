import { compareText } from '../model/compare-text.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { Problem } from '../model/problem.ts'
import { compareTerms, type Term } from '../model/term.ts'
import { isUri } from './article-id.ts'
import { CURRENT_VERSION } from './candidate.ts'
import { entrySchema, renderEntry } from './entry-codec.ts'
import { headerSchema, type LedgerHeader, mergeHeaders, renderHeader } from './header-codec.ts'
import { type BrokenLine, type LedgerLine, type LinePlace, readLedgerLines } from './ledger-lines.ts'
import { mergeEntries } from './merge-entries.ts'
import { highestNumber } from './number-entries.ts'
import { mergeTerms, renderTerm, termSchema } from './term-codec.ts'

/** Where the ledger lies in the folder of articles. */
export const LEDGER_PATH = 'ledger.json'

/** The first format has ids that are URIs and ignores no link, the second has any. What the first can say is written in it, for older versions. */
const FORMATS = ['strillone-ledger-1', 'strillone-ledger-2'] as const

/** The result of parsing a ledger. */
export interface ParsedLedger {
  /** Absent if there is any problem: an unreadable entry must not count as a missing one. */
  readonly ledger?: Ledger
  /** The line of each id. */
  readonly places: ReadonlyMap<string, LinePlace>
  /** All of them, each an error. */
  readonly problems: readonly Problem[]
}

/**
 * A ledger as it is stored: a JSON array, an element a line, with the commas first. So every line but the first and the
 * last stands alone, and two branches of it can be merged by their lines (`ledger.json merge=union` in .gitattributes).
 */
export function renderLedger(ledger: Ledger): string {
  const entries = ledger.entries.toSorted((a, b) => compareText(a.id, b.id)).map(renderEntry)
  const terms = ledger.terms.toSorted(compareTerms).map(renderTerm)
  const format = ledger.entries.every(isOfFirstFormat) ? FORMATS[0] : FORMATS[1]
  return `${[`["${format}"`, renderHeader(ledger), ...terms, ...entries].join('\n,')}\n]\n`
}

function isOfFirstFormat({ id, kept }: LedgerEntry): boolean {
  return isUri(id) && (kept?.id === undefined || isUri(kept.id)) && kept?.link === undefined
}

/** Parses what {@link renderLedger} wrote, with its lines in any order, and with those of two branches at once. */
export function parseLedger(text: string): ParsedLedger {
  if (last?.text !== text) last = { text, parsed: readLedger(text) }
  return last.parsed
}

/** The ledger of the folder is usually the committed one, and that of the build before. */
let last: { readonly text: string; readonly parsed: ParsedLedger } | undefined

function readLedger(text: string): ParsedLedger {
  const { lines, broken } = readLedgerLines(text)
  const formats = lines.filter(({ value }) => typeof value === 'string')
  const foreign = formats.filter(({ value }) => !FORMATS.some((format) => format === value))
  // In an unknown format, the lines may be unknown, too.
  if (foreign.length > 0) return refuse(foreign.map(tellForeign))

  const headers: LedgerHeader[] = []
  const terms: Term[] = []
  const entries: LedgerEntry[] = []
  const places = new Map<string, LinePlace>()
  const problems: BrokenLine[] = [...broken]
  for (const { value, line, column } of lines) {
    if (typeof value === 'string') continue
    const read = schemaOf(value).safeParse(value)
    if (!read.success) problems.push(...tellIssues({ line, column }, read.error.issues))
    else if ('rules' in read.data && (read.data.rules ?? 1) > CURRENT_VERSION)
      problems.push({ line, column, message: NEWER_RULES })
    else if ('feed' in read.data) headers.push(read.data)
    else if ('kind' in read.data) terms.push(read.data)
    else {
      entries.push(read.data)
      if (!places.has(read.data.id)) places.set(read.data.id, { line, column })
    }
  }
  // A file without any part of a ledger is one problem, not one for each missing part.
  if (broken.length === 0 && formats.length === 0 && headers.length + entries.length === 0)
    return refuse([tellMissing('its first line, the format')])
  const header = headers.reduce<LedgerHeader | undefined>(
    (merged, next) => (merged ? mergeHeaders(merged, next) : next),
    undefined,
  )
  if (problems.length === 0) {
    for (const problem of tellNumbers(entries, places)) problems.push(problem)
  }
  if (problems.length === 0 && formats.length === 0) problems.push(tellMissing('its first line, the format'))
  if (problems.length === 0 && header === undefined) problems.push(tellMissing('the line of the feed'))
  if (problems.length > 0 || header === undefined) return refuse(problems)
  return {
    ledger: { ...header, terms: mergeTerms(terms), entries: mergeEntries(entries) },
    places,
    problems: [],
  }
}

const NEWER_RULES =
  'Cannot read this line of the ledger: its files were read by newer rules. A newer Strillone wrote it: update yours.'

/** The schema of a line, by a key that no other line has. */
function schemaOf(value: unknown): typeof headerSchema | typeof termSchema | typeof entrySchema {
  if (typeof value !== 'object' || value === null) return entrySchema
  if ('authority' in value) return headerSchema
  return 'kind' in value ? termSchema : entrySchema
}

/** An issue of a schema: where in the value, and what. */
interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function refuse(broken: readonly BrokenLine[]): ParsedLedger {
  return {
    places: new Map(),
    problems: tellMost(broken).map((problem) => ({ severity: 'error', path: LEDGER_PATH, ...problem })),
  }
}

/** The broken lines that are reported one by one. With more, the whole file is damaged. */
const MOST_TOLD = 100

function tellMost(broken: readonly BrokenLine[]): readonly BrokenLine[] {
  const next = broken[MOST_TOLD]
  if (next === undefined) return broken
  const message = `${broken.length - MOST_TOLD} more things here cannot be read. Restore ledger.json from version control.`
  return [...broken.slice(0, MOST_TOLD), { line: next.line, column: next.column, message }]
}

function tellForeign({ value, line, column }: LedgerLine): BrokenLine {
  const [, number] = /^strillone-ledger-(\d{1,9})$/.exec(String(value)) ?? []
  const mend =
    number !== undefined && Number(number) > FORMATS.length
      ? 'A newer Strillone wrote it: update yours.'
      : 'Restore ledger.json from version control.'
  return {
    line,
    column,
    message: `Cannot read the ledger: its format is "${String(value).slice(0, 80)}", and we read ${FORMATS.join(' and ')}. ${mend}`,
  }
}

function tell(place: LinePlace, { path, message: whole }: Issue): BrokenLine {
  const where = path.length > 0 ? ` at "${path.map(String).join('.')}"` : ''
  const message = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}…` : whole
  return {
    ...place,
    message: `Cannot read this line of the ledger${where}: ${message.replace(/\.$/, '')}. Restore ledger.json from version control.`,
  }
}

/** More issues of one line say no more. */
const MOST_ISSUES = 10

/** Characters of one issue: a wrong key may be as long as its line. */
const MOST_CHARACTERS = 300

function tellIssues(place: LinePlace, issues: readonly Issue[]): readonly BrokenLine[] {
  return issues.slice(0, MOST_ISSUES).map((issue) => tell(place, issue))
}

/** The entries with impossible numbers: nothing may be built in the quantity that a broken number names. */
function tellNumbers(
  entries: readonly LedgerEntry[],
  places: ReadonlyMap<string, LinePlace>,
): readonly BrokenLine[] {
  const highest = highestNumber(entries.length)
  return entries.flatMap(({ id, number = 1 }) => {
    const place = places.get(id)
    const message = `expected a number up to ${highest} in a ledger of ${entries.length} articles`
    return number <= highest || place === undefined ? [] : [tell(place, { path: ['number'], message })]
  })
}

function tellMissing(what: string): BrokenLine {
  const message = `Cannot read the ledger: ${what} is missing. Restore ledger.json from version control, or delete it if nothing has been published yet.`
  return { line: 1, column: 1, message }
}
