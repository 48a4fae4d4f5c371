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

/** The options of `npm run ledger`. */
export interface LedgerRequest {
  /** `begin` or `rebuild`. Other values are user errors. */
  readonly command: string
  /** The folder of articles. */
  readonly seeds: string
  /** The address or file of the feed to rebuild the ledger from. */
  readonly from: string | undefined
  readonly at: Instant
  /** Whether an existing ledger may be replaced. */
  readonly isMeant: boolean
}

/**
 * Writes the ledger of a folder of articles: an empty one, or one made from a live feed. Resolves to the exit status.
 * Throws a UsageError if the options are wrong or the ledger cannot be written.
 */
export async function makeLedger(request: LedgerRequest): Promise<number> {
  const feed = parseFeed(request)
  // Fetching a feed needs the variables of the network, such as a proxy.
  return runWithoutSecrets({ allowance: { needsNetwork: true }, work: () => make(request, feed) })
}

/** The feed to rebuild the ledger from. Undefined for an empty ledger. */
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

/** Reads the ledger that will be replaced, if there is one. Throws a UsageError if the user has not confirmed that. */
async function readReplaceable(directory: string, isMeant: boolean): Promise<ReadLedger> {
  const found = await readLedgerFile(directory)
  const path = join(directory, LEDGER_PATH)
  if (found !== undefined && !isLedgerEmpty(found) && !isMeant)
    throw new UsageError(`${path} is there already. Replace it with --write-over, if that is what you mean`)
  return found
}

/** Writes a ledger without articles: the next build publishes all of them as new. Throws as `writeLedger` does. */
export async function writeBegunLedger(seeds: string, ledger: Ledger, replaced: ReadLedger): Promise<void> {
  await writeLedger(seeds, renderLedger({ ...ledger, terms: [], entries: [] }), replaced)
  print(
    `${join(seeds, LEDGER_PATH)} begins: it knows no article yet, and the next build will take all for new`,
  )
}
