import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LEDGER_PATH, parseLedger } from '../../ledger/ledger-codec.ts'
import type { Ledger } from '../../model/ledger.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printJson } from '../cli/print.ts'
import { readLedgerFile } from '../files/ledger-file.ts'
import { examineSite } from './examine-site.ts'
import { renderReport, reportDocument } from './render-report.ts'
import { statusOf } from './report.ts'

/** The options of `npm run doctor`. */
export interface SiteVisit {
  /** The addresses that the user gave. There must be one. */
  readonly addresses: readonly string[]
  /** The folder of articles. The feeds are compared with its ledger. */
  readonly seeds: string
  /** Whether to print the report as one JSON document. */
  readonly json: boolean
}

/**
 * Checks a live site, or one feed, as readers see it, and prints a report. Resolves to the exit status. Throws a UsageError
 * if there is not exactly one address, or if the ledger cannot be read.
 */
export async function visitSite({ addresses, seeds, json }: SiteVisit): Promise<number> {
  const url = parseAddress(addresses)
  const ledger = await readLedger(seeds)
  const report = await examineSite(url, { ...(ledger && { ledger }) })
  const status = statusOf(report)
  if (json) printJson(reportDocument(report, status))
  else print(...renderReport(report))
  return status
}

function parseAddress([text, ...more]: readonly string[]): string {
  if (text === undefined)
    throw new UsageError('There is no address. Write npm run doctor -- https://example.org/')
  if (more.length > 0) throw new UsageError(`There are ${more.length + 1} addresses. Give one at a time`)
  const written = /^[\w.-]+(?:\/|$)/.test(text) && text.includes('.') ? `https://${text}` : text
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(`"${text}" is no address of a site. Write it as https://example.org/`)
  if (url.username !== '' || url.password !== '')
    throw new UsageError('Leave the name and the password out of the address: readers have none')
  url.hash = ''
  return url.href
}

async function readLedger(directory: string): Promise<Ledger | undefined> {
  if (!existsSync(directory)) return undefined
  const bytes = await readLedgerFile(directory)
  if (bytes === undefined) return undefined
  const { ledger, problems } = parseLedger(new TextDecoder().decode(bytes))
  const path = join(directory, LEDGER_PATH)
  if (ledger === undefined) throw new UsageError(`${path}: ${problems[0]?.message ?? 'Cannot read it.'}`)
  return ledger
}
