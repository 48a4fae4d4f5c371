import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import { type Account, openAccount } from './account.ts'
import { findStorage } from './find-storage.ts'
import { readLiveLedgers } from './read-live-ledgers.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/** The result if nothing is known about live versions. */
const UNKNOWN: LiveLedgers = { isLive: false, merged: [], ledgers: [] }

/**
 * Reads the live ledgers for a build that can continue without them. Without a login it returns nothing known: then the
 * build cannot be deployed either. If there is a login, but Cloudflare does not answer, the result has the given `isLive`.
 * It prints a warning in both cases. It does not throw a UsageError.
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
