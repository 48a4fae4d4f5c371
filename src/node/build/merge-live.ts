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

/** The seeds of a folder with one ledger, of its own and of what is live. */
export interface MergedSeeds {
  readonly seeds: readonly Seed[]
  readonly problems: readonly Problem[]
  /** What is worth a line. */
  readonly remarks: readonly string[]
}

/**
 * Puts the ledgers that deployed versions carry into the one of a folder. A ledger of the folder that cannot be read stays as
 * it is, to be mended. Throws a UsageError where one that is carried cannot be read.
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
    'Make it from the live feed: npm run ledger -- rebuild --from URL. If nobody has subscribed, --accept publishes it as it is.',
}

function readCarried(bytes: Uint8Array): Ledger {
  const { ledger, problems } = parseLedger(openLedger(bytes))
  if (ledger !== undefined) return ledger
  throw new UsageError(`The ledger of the live version cannot be read: ${problems[0]?.message}`)
}
