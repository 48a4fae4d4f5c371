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

/** The path of the ledger in the folder of articles. */
export const LEDGER_PATH = 'ledger.json'

/**
 * The first format requires ids that are URIs and always follows links. The second allows any id. A ledger that fits the
 * first format is written in it, so that older versions can read it.
 */
const FORMATS = ['strillone-ledger-1', 'strillone-ledger-2'] as const

/** The result of parsing a ledger. */
export interface ParsedLedger {
  /** Absent if there is any problem: an unreadable entry must not count as a missing one. */
  readonly ledger?: Ledger
  /** The line of each id. */
  readonly places: ReadonlyMap<string, LinePlace>
  /** All problems. Each is an error. */
  readonly problems: readonly Problem[]
}

/**
 * Renders a ledger in its stored form: a JSON array with one element in each line, and the commas first. So each line
 * except the first and the last is complete, and git can merge two branches by lines (`ledger.json merge=union` in
 * .gitattributes).
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

/** Parses a ledger that {@link renderLedger} wrote. Its lines may be in any order, and may come from two branches. */
export function parseLedger(text: string): ParsedLedger {
  if (last?.text !== text) last = { text, parsed: readLedger(text) }
  return last.parsed
}

/** A cache. The folder's ledger is usually the committed one, and also that of the build before. */
let last: { readonly text: string; readonly parsed: ParsedLedger } | undefined

function readLedger(text: string): ParsedLedger {
  const { lines, broken } = readLedgerLines(text)
  const formats = lines.filter(({ value }) => typeof value === 'string')
  const foreign = formats.filter(({ value }) => !FORMATS.some((format) => format === value))
  // In an unknown format, the lines may be unknown too.
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

/** Chooses the schema of a line by a key that only this kind of line has. */
function schemaOf(value: unknown): typeof headerSchema | typeof termSchema | typeof entrySchema {
  if (typeof value !== 'object' || value === null) return entrySchema
  if ('authority' in value) return headerSchema
  return 'kind' in value ? termSchema : entrySchema
}

/** An issue of a schema: its path in the value, and its message. */
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

/** How many broken lines are reported one by one. With more, the whole file counts as damaged. */
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

/** How many issues of one line are reported. More would not help. */
const MOST_ISSUES = 10

/** Characters of a reported issue. A wrong key may be as long as its line. */
const MOST_CHARACTERS = 300

function tellIssues(place: LinePlace, issues: readonly Issue[]): readonly BrokenLine[] {
  return issues.slice(0, MOST_ISSUES).map((issue) => tell(place, issue))
}

/** Reports entries with numbers that are too high. A build must not make as many pages as a broken number says. */
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
  const message = `Cannot read the ledger: ${what} is missing. Restore ledger.json from version control. If nothing has been published yet, keep it in another folder: a build begins a new one.`
  return { line: 1, column: 1, message }
}
