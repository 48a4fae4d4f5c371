import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ParsedPublication } from '../src/content/complete-parsing.ts'
import { LEDGER_PATH, renderLedger } from '../src/ledger/ledger-codec.ts'
import { isPlaceholderUrl } from '../src/ledger/placeholder-host.ts'
import { rebuildLedger } from '../src/ledger/rebuild.ts'
import type { Instant } from '../src/model/instant.ts'
import { assertFolder } from './check-options.ts'
import { holdsSecrets } from './clean-environment.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { readFeed } from './fetch-feed.ts'
import {
  assertLedgerWritable,
  isLedgerEmpty,
  type ReadLedger,
  readLedgerFile,
  writeLedger,
} from './ledger-file.ts'
import { print, printError } from './print.ts'
import { printProblems } from './print-problems.ts'
import { DEFAULT_SEEDS } from './project.ts'
import { readMoment } from './read-moment.ts'
import { readPublication } from './read-publication.ts'
import { renderRebuilt } from './render-rebuilt.ts'
import { runApart } from './run-apart.ts'
import { useWorkshop } from './use-workshop.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: DEFAULT_SEEDS },
  from: { type: 'string', value: 'URL', help: 'The feed to rebuild from: its address, or a file.' },
  'write-over': { type: 'boolean', help: 'Replaces a ledger that is there.', default: false },
  help: HELP,
} as const

const usage = {
  command: 'npm run ledger -- (rebuild --from URL | begin)',
  about:
    'Makes the ledger of a folder of articles: anew from a live feed, so that its subscribers see nothing again, or an\n' +
    'empty one where nobody has subscribed yet. Of a feed at most 1 GB, 500,000 items and 5,000 pages are read.',
  options,
}

type Parsed = Required<Pick<ParsedPublication<object>, 'publication' | 'ledger'>>

interface Rebuilding {
  readonly from: string
  readonly at: Instant
  readonly replaced: ReadLedger
}

await runCommand(
  usage,
  () => {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const command = positionals.join(' ')
    return { ...values, command, help: values.help || (command === '' && values.from === undefined) }
  },
  async ({ command, seeds, from, ...values }) => {
    const at = readMoment('--at', undefined)
    if (command !== 'begin' && command !== 'rebuild')
      throw new UsageError(`There is no command "${command}". See npm run ledger -- --help`)
    if (command === 'rebuild' && from === undefined)
      throw new UsageError('There is no feed to rebuild from. Name one with --from URL')
    if (command === 'begin' && from !== undefined)
      throw new UsageError('begin reads no feed. Leave out --from, or write rebuild instead')
    // A feed is asked for through what the network needs, a proxy for example.
    if (holdsSecrets(process.env, true)) {
      process.exitCode = await runApart({ needsNetwork: true })
      return
    }
    await assertFolder(seeds)
    const replaced = await readReplaceable(seeds, values['write-over'])
    await assertLedgerWritable(seeds)
    const parsed = await readWithoutLedger(seeds, at)
    if (parsed === undefined) return
    if (command === 'begin') await begin(seeds, parsed, replaced)
    else if (from !== undefined) await rebuild(seeds, parsed, { from, at, replaced })
  },
)

/** An empty ledger: whatever is built next is new. */
async function begin(seeds: string, { ledger }: Parsed, replaced: ReadLedger): Promise<void> {
  await writeLedger(seeds, renderLedger({ ...ledger.after, slices: [], entries: [] }), replaced)
  print(
    `${join(seeds, LEDGER_PATH)} begins: it knows no article yet, and the next build will take all for new`,
  )
}

async function rebuild(
  seeds: string,
  { publication, ledger }: Parsed,
  { from, at, replaced }: Rebuilding,
): Promise<void> {
  const { url } = publication.site
  // What is kept under such an address is forgotten once there is a real one.
  if (isPlaceholderUrl(url))
    throw new UsageError(`The address of the site is still ${url}. Write its own as url: in site.yaml first`)
  const { items, remarks } = await readFeed(from)
  print(...remarks)
  if (items.length === 0)
    throw new UsageError(`There is no item in ${from}. Give the address of a feed with items`)
  const rebuilt = rebuildLedger({ publication, begun: ledger.after, items, at })
  const told = renderRebuilt(rebuilt, publication.site.feed.items)
  if (rebuilt.matched.length === 0) {
    printError(...told)
    throw new UsageError(
      `Nothing was written: no item of ${from} is an article of ${seeds}. See whether both are right`,
    )
  }
  await writeLedger(seeds, renderLedger(rebuilt.ledger), replaced)
  print(...told)
}

/** What a folder gives by itself; undefined, with all errors told, where it cannot be published. */
async function readWithoutLedger(directory: string, at: Instant): Promise<Parsed | undefined> {
  const { publication, ledger, problems, seeds } = await useWorkshop({
    purpose: { seeds: directory, url: undefined, drafts: false },
    work: (workshop) => readPublication(workshop, { seeds: directory, at, withoutLedger: true }),
  })
  if (publication !== undefined && ledger !== undefined) return { publication, ledger }
  const errors = problems.filter(({ severity }) => severity === 'error')
  printProblems(errors, directory, seeds)
  printError('Nothing was written.')
  process.exitCode = 1
  return undefined
}

/** The ledger that is going to be replaced, if there is one. Throws a UsageError where that is not meant. */
async function readReplaceable(directory: string, isMeant: boolean): Promise<ReadLedger> {
  const found = await readLedgerFile(directory)
  const path = join(directory, LEDGER_PATH)
  if (found !== undefined && !isLedgerEmpty(found) && !isMeant)
    throw new UsageError(`${path} is there already. Replace it with --write-over, if that is what you mean`)
  return found
}
