import { parseArgs } from 'node:util'
import { compareLedgers } from '../src/ledger/compare-ledgers.ts'
import { renderChangeLine, renderChangeList } from '../src/ledger/render-changes.ts'
import { unreadItems } from '../src/ledger/unread-items.ts'
import { parseUrlOption } from './check-options.ts'
import { holdsSecrets } from './clean-environment.ts'
import { HELP, runCommand } from './command-line.ts'
import { print, printError } from './print.ts'
import { printProblems } from './print-problems.ts'
import { readMoment } from './read-moment.ts'
import { readPublication } from './read-publication.ts'
import { renderCleaned, renderDrafts } from './render-summary.ts'
import { judge, renderAccepted, renderStop } from './render-verdict.ts'
import { runApart } from './run-apart.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: 'seeds' },
  url: {
    type: 'string',
    value: 'URL',
    help: 'The public address of the site, instead of the one in site.yaml.',
  },
  accept: { type: 'boolean', help: 'Passes what a build would stop at.', default: false },
  at: {
    type: 'string',
    value: 'MOMENT',
    help: 'The moment to check for, as 2026-02-28T11:00:00Z. Default: now',
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run check --',
  about: 'Tells what a build would change for readers and subscribers, and writes nothing.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ seeds, accept, ...values }) => {
    const url = values.url === undefined ? undefined : parseUrlOption('--url', values.url)
    if (holdsSecrets(process.env)) {
      process.exitCode = await runApart({ files: { read: [seeds], write: [] } })
      return
    }
    const at = readMoment('--at', values.at)
    const read = await readPublication({ seeds, url, at })
    const { publication, ledger, problems } = read
    printProblems(problems, seeds, read.seeds)
    const verdict = judge(problems, accept)
    if (verdict !== 'fine') process.exitCode = 1
    if (publication !== undefined && ledger !== undefined) {
      const changes = compareLedgers(ledger.before, ledger.after, read.drafts)
      const unread = unreadItems(publication, ledger.before, at).length
      const lines = [
        ...renderChangeList(changes, ledger.after.feed),
        ...renderDrafts(read.drafts),
        ...renderCleaned(publication.assets),
        ...(accept ? renderAccepted(problems) : []),
      ]
      print(...lines, renderChangeLine(changes, unread))
    }
    if (verdict === 'error') printError('A build would fail.')
    if (verdict === 'stop') printError(renderStop(problems, 'a build would not go on'))
  },
)
