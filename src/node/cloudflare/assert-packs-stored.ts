import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { openAccount } from './account.ts'
import { readBuiltRelease, storedPacks } from './built-release.ts'
import { findStorage } from './find-storage.ts'
import { findLacking } from './push-packs.ts'
import type { WorkerConfig } from './wrangler-config.ts'

const WAY = 'npm run deploy stores them, and deploys'

/**
 * Keeps a bare `wrangler deploy` from making a release live without its packs: throws a UsageError if some are missing. Warns
 * if Cloudflare does not answer: without Cloudflare nothing can be deployed either.
 */
export async function assertPacksStored(config: WorkerConfig): Promise<void> {
  const built = await readBuiltRelease(DEFAULT_OUT)
  const keys = storedPacks(built)
  const needed = keys.length
  if (needed === 0) return
  let lacking: number
  try {
    const account = await openAccount(config.accountId)
    const storage = await findStorage(account, config)
    lacking = storage ? (await findLacking(storage, keys)).length : needed
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    printError(
      `warning This release needs ${needed} packs in the store, and wrangler deploy does not put them there: ${WAY}. It is unknown whether they are there: ${cause.message}`,
    )
    return
  }
  if (lacking === 0) return
  throw new UsageError(
    `This release needs ${needed} packs in the store. ${lacking} are missing, and wrangler deploy does not put them there. Nothing is deployed. ${WAY}`,
  )
}
