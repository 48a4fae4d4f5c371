import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LEDGER_PATH, parseLedger } from '../src/ledger/ledger-codec.ts'
import type { Ledger } from '../src/model/ledger.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { examineSite } from './doctor/examine-site.ts'
import { renderReport, reportDocument } from './doctor/render-report.ts'
import { statusOf } from './doctor/report.ts'
import { readLedgerFile } from './ledger-file.ts'
import { print, printJson } from './print.ts'
import { DEFAULT_SEEDS } from './project.ts'

const options = {
  json: { type: 'boolean', help: 'Prints one JSON document.', default: false },
  seeds: {
    type: 'string',
    value: 'DIR',
    help: 'The folder of articles, whose ledger the feeds are held to.',
    default: DEFAULT_SEEDS,
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run doctor -- URL',
  about:
    'Looks at a live site, or at one feed, as readers do, and tells how to mend what it finds. Ends with 0 where there is\n' +
    'no error, with 1 where there is one, with 2 where nothing could be asked.',
  options,
}

// Whatever ends before the visit is a visit that did not come about.
let status = 2

await runCommand(
  usage,
  () => {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { ...values, positionals }
  },
  async ({ positionals, seeds, json }) => {
    const url = parseAddress(positionals)
    const ledger = await readLedger(seeds)
    const report = await examineSite(url, { ...(ledger && { ledger }) })
    status = statusOf(report)
    if (json) printJson(reportDocument(report, status))
    else print(...renderReport(report))
    process.exitCode = status
  },
)
if (process.exitCode === 1) process.exitCode = status

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
