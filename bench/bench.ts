import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand, UsageError } from '../src/node/cli/command-line.ts'
import { HELP } from '../src/node/cli/options.ts'
import { describeMachine } from './machine.ts'
import type { Extent, Part } from './part.ts'
import { PARTS } from './parts.ts'
import { renderFindings, renderReport } from './report.ts'
import { readResults, withPart, writeResults } from './results.ts'

const RESULTS = join(import.meta.dirname, 'results.json')
const REPORT = join(import.meta.dirname, 'README.md')

const options = {
  all: { type: 'boolean', help: 'Measures the long parts, too.', default: false },
  articles: { type: 'string', value: 'N', help: 'How many articles, where a part leaves that open.' },
  minutes: { type: 'string', value: 'N', help: 'How long the soak goes on.', default: '10' },
  rounds: {
    type: 'string',
    value: 'N',
    help: 'How often those that are compared take turns.',
    default: '11',
  },
  help: HELP,
} as const

const names = PARTS.map(({ name, isLong }) => (isLong ? `${name} (long)` : name)).join(', ')
const usage = {
  command: 'npm run bench -- [part…]',
  about: `Measures, and writes bench/README.md. The parts are: ${names}.`,
  options,
}

await runCommand(
  usage,
  () => {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { ...values, positionals }
  },
  async ({ all, positionals, ...values }) => {
    const extent: Extent = {
      articles:
        values.articles === undefined
          ? undefined
          : parseWholeNumber('--articles', values.articles, 100, 1_000_000),
      minutes: parseWholeNumber('--minutes', values.minutes, 1, 1440),
      rounds: parseWholeNumber('--rounds', values.rounds, 1, 1000),
    }
    for (const part of chooseParts(positionals, all)) await runPart(part, extent)
    await writeFile(REPORT, renderReport(await readResults(RESULTS), PARTS))
  },
)

function chooseParts(named: readonly string[], all: boolean): readonly Part[] {
  const unknown = named.find((name) => !PARTS.some((part) => part.name === name))
  if (unknown !== undefined) throw new UsageError(`There is no part ${unknown}. Name some of: ${names}`)
  if (named.length > 0) return PARTS.filter(({ name }) => named.includes(name))
  return PARTS.filter(({ isLong }) => all || !isLong)
}

/** Measures one part and stores its results at once, because a later part may fail. */
async function runPart({ name, title, measure }: Part, extent: Extent): Promise<void> {
  console.error(`${title} …`)
  const folder = await mkdtemp(join(tmpdir(), `strillone-bench-${name}-`))
  try {
    const findings = await measure(folder, extent)
    const date = new Date().toISOString()
    const found = { date, commit: readCommit(), machine: describeMachine(), findings }
    await writeResults(RESULTS, withPart(await readResults(RESULTS), name, found))
    console.log(renderFindings(findings))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readCommit(): string {
  try {
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }).trim()
    const isChanged =
      git('status', '--porcelain', '--untracked-files=no', '--', '../src', '../scripts') !== ''
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? ', changed' : '')
  } catch {
    return 'unknown'
  }
}
