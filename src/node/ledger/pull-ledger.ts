import { join } from 'node:path'
import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import { mergeLive } from '../build/merge-live.ts'
import { parseBuildEnvironment } from '../cli/build-environment.ts'
import { assertFolder } from '../cli/check-options.ts'
import type { Variables } from '../cli/clean-environment.ts'
import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import { printProblems } from '../cli/print-problems.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { runApart } from '../cli/run-apart.ts'
import { openAccount } from '../cloudflare/account.ts'
import { findStorage } from '../cloudflare/find-storage.ts'
import { readLiveLedgers } from '../cloudflare/read-live-ledgers.ts'
import { readWorkerConfig } from '../cloudflare/wrangler-config.ts'
import { ledgerAmong, readLedgerFile, writeLedger } from '../files/ledger-file.ts'
import { handOver, type LiveLedgers, takeOver } from '../files/live-ledgers.ts'

/** The options of `npm run ledger -- pull`. */
export interface PullRequest {
  /** The folder of articles. */
  readonly seeds: string
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
}

/**
 * Merges the ledgers of the live versions into the ledger of a folder, in a process without secrets. `variables` is the
 * environment. Resolves to the exit status. Throws a UsageError if there is no live ledger, or if the file cannot be
 * written.
 */
export async function pullLedger({ seeds, env }: PullRequest, variables: Variables): Promise<number> {
  await assertFolder(seeds)
  const { live } = parseBuildEnvironment(variables)
  if (live !== undefined) return writePulled(seeds, await takeOver(live))
  const config = await readWorkerConfig(env)
  const account = await openAccount(config.accountId)
  const found = await readLiveLedgers(account, config.worker, await findStorage(account, config))
  if (found.ledgers.length === 0) {
    const what = found.isLive ? 'The live version carries no ledger' : 'Nothing is live'
    throw new UsageError(`${what}: npm run deploy changes that`)
  }
  return handOver(DEFAULT_OUT, found, (path) =>
    runApart({
      files: { read: [seeds, path], write: [seeds] },
      variables: { STRILLONE_LIVE: path },
    }),
  )
}

async function writePulled(seeds: string, live: LiveLedgers): Promise<number> {
  const written = await readLedgerFile(seeds)
  const own = written === undefined ? [] : [{ path: LEDGER_PATH, bytes: written }]
  const merged = mergeLive(own, live)
  const bytes = ledgerAmong(merged.seeds)
  const file = join(seeds, LEDGER_PATH)
  printProblems(merged.problems, seeds, merged.seeds)
  if (bytes === undefined || bytes === written)
    throw new UsageError(`${file} cannot be read, so it stays. npm run check tells what is wrong with it`)
  await writeLedger(seeds, new TextDecoder().decode(bytes), written)
  print(...merged.remarks, `${file} has all that the live version knows`)
  return 0
}
