import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import { type Account, openAccount } from './account.ts'
import { findStorage } from './find-storage.ts'
import { readLiveLedgers } from './read-live-ledgers.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/** Of what is live nothing is known. */
const UNKNOWN: LiveLedgers = { isLive: false, merged: [], ledgers: [] }

/**
 * The ledgers of what is live for a build that may go on without them: nobody can deploy what it makes without a login. Where
 * Cloudflare lets one in and does not answer then, `isLive` says whether anything is taken to be live.
 */
export async function askLive(config: WorkerConfig, isLive: boolean): Promise<LiveLedgers> {
  let account: Account
  try {
    account = await openAccount(config.accountId)
  } catch (cause) {
    return without(cause, UNKNOWN)
  }
  try {
    return await readLiveLedgers(account, config.worker, await findStorage(account, config))
  } catch (cause) {
    return without(cause, { ...UNKNOWN, isLive })
  }
}

function without(cause: unknown, known: LiveLedgers): LiveLedgers {
  if (!(cause instanceof UsageError)) throw cause
  printError(`warning The ledger of what is live cannot be read: ${cause.message}`)
  return known
}
