import { join } from 'node:path'
import { LEDGER_PATH, renderLedger } from '../../ledger/ledger-codec.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger } from '../../model/ledger.ts'
import { assertFolder } from '../cli/check-options.ts'
import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import {
  assertLedgerWritable,
  isLedgerEmpty,
  type ReadLedger,
  readLedgerFile,
  writeLedger,
} from '../files/ledger-file.ts'
import { readWithoutLedger, writeRebuiltLedger } from './write-rebuilt-ledger.ts'

/** Which ledger is made. */
export interface LedgerRequest {
  /** `begin` or `rebuild`, if it is written right. */
  readonly command: string
  /** The folder of articles. */
  readonly seeds: string
  /** The address or the file of the feed that a ledger is rebuilt from. */
  readonly from: string | undefined
  readonly at: Instant
  /** Whether a ledger that is there is to be replaced. */
  readonly isMeant: boolean
}

/**
 * Writes the ledger of a folder of articles: an empty one, or one made from a live feed. Resolves to the exit status. Throws a
 * UsageError where the order is wrong or nothing can be written.
 */
export async function makeLedger(request: LedgerRequest): Promise<number> {
  const feed = parseFeed(request)
  // A feed is asked for through what the network needs, a proxy for example.
  return runWithoutSecrets({ allowance: { needsNetwork: true }, work: () => make(request, feed) })
}

/** What is rebuilt from; nothing for an empty ledger. */
function parseFeed({ command, from }: LedgerRequest): string | undefined {
  if (command !== 'begin' && command !== 'rebuild')
    throw new UsageError(`There is no command "${command}". See npm run ledger -- --help`)
  if (command === 'rebuild' && from === undefined)
    throw new UsageError('There is no feed to rebuild from. Name one with --from URL')
  if (command === 'begin' && from !== undefined)
    throw new UsageError('begin reads no feed. Leave out --from, or write rebuild instead')
  return from
}

async function make({ seeds, at, isMeant }: LedgerRequest, feed: string | undefined): Promise<boolean> {
  await assertFolder(seeds)
  const replaced = await readReplaceable(seeds, isMeant)
  await assertLedgerWritable(seeds)
  const read = await readWithoutLedger(seeds, at)
  if (read === undefined) return false
  if (feed === undefined) await writeBegunLedger(seeds, read.ledger.after, replaced)
  else await writeRebuiltLedger(seeds, read, { feed, at, replaced })
  return true
}

/** The ledger that is going to be replaced, if there is one. Throws a UsageError where that is not meant. */
async function readReplaceable(directory: string, isMeant: boolean): Promise<ReadLedger> {
  const found = await readLedgerFile(directory)
  const path = join(directory, LEDGER_PATH)
  if (found !== undefined && !isLedgerEmpty(found) && !isMeant)
    throw new UsageError(`${path} is there already. Replace it with --write-over, if that is what you mean`)
  return found
}

/** Writes a ledger that knows no article: the next build takes all for new. Throws as `writeLedger` does. */
export async function writeBegunLedger(seeds: string, ledger: Ledger, replaced: ReadLedger): Promise<void> {
  await writeLedger(seeds, renderLedger({ ...ledger, terms: [], entries: [] }), replaced)
  print(
    `${join(seeds, LEDGER_PATH)} begins: it knows no article yet, and the next build will take all for new`,
  )
}
