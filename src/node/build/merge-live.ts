import { LEDGER_PATH, parseLedger, renderLedger } from '../../ledger/ledger-codec.ts'
import { mergeLedgers } from '../../ledger/merge-ledgers.ts'
import { renderOutdated, tellMerging } from '../../ledger/tell-merging.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { UsageError } from '../cli/command-line.ts'
import { openLedger } from '../files/carried-ledger.ts'
import { isLedgerEmpty } from '../files/ledger-file.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'

/** The files of a folder after the merge of its ledger with the live ledgers. */
export interface MergedSeeds {
  readonly seeds: readonly Seed[]
  readonly problems: readonly Problem[]
  /** Lines to print about the merge. */
  readonly remarks: readonly string[]
}

/**
 * Merges the ledgers of deployed versions into the ledger of a folder. Returns the folder's files with the merged ledger. If
 * the folder's ledger cannot be parsed, it stays as it is, and parsing the folder reports it. Throws a UsageError if a live
 * ledger cannot be parsed, and a RangeError if it cannot be decompressed.
 */
export function mergeLive(seeds: readonly Seed[], { ledgers, isLive }: LiveLedgers): MergedSeeds {
  const found = seeds.find(({ path }) => path === LEDGER_PATH)
  const written = found && isLedgerEmpty(found.bytes) ? undefined : found
  if (ledgers.length === 0) {
    return { seeds, remarks: [], problems: isLive && written === undefined ? [NEITHER] : [] }
  }
  const file = written && parseLedger(new TextDecoder().decode(written.bytes)).ledger
  if (written && file === undefined) return { seeds, remarks: [], problems: [] }
  const merged = mergeLedgers({ file, carried: ledgers.map(readCarried) })
  if (merged.ledger === undefined) return { seeds, remarks: [], problems: [] }
  const bytes = new TextEncoder().encode(renderLedger(merged.ledger))
  return {
    seeds: [...seeds.filter(({ path }) => path !== LEDGER_PATH), { path: LEDGER_PATH, bytes }],
    remarks: renderOutdated(merged, merged.ledger.entries.length),
    problems: tellMerging(merged),
  }
}

const NEITHER: Problem = {
  severity: 'stop',
  path: LEDGER_PATH,
  message:
    'The site is live, and neither its version nor this folder has a ledger, so subscribers would be given all articles again. ' +
    'Make it from the live feed: npm run ledger -- rebuild --from URL. If the site has no subscribers, --accept publishes it as it is.',
}

function readCarried(bytes: Uint8Array): Ledger {
  const { ledger, problems } = parseLedger(openLedger(bytes))
  if (ledger !== undefined) return ledger
  throw new UsageError(`The ledger of the live version cannot be read: ${problems[0]?.message}`)
}
