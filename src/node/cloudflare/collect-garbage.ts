import { instant } from '../../model/instant.ts'
import type { PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import { readNow } from '../cli/read-moment.ts'
import { openAccount } from './account.ts'
import { findGarbage, findKept, findReaders } from './find-garbage.ts'
import { findStorage } from './find-storage.ts'
import type { PackStorage } from './pack-storage.ts'
import { readWorkerConfig } from './wrangler-config.ts'

const DAY_MILLISECONDS = 86_400_000

/**
 * Keys in one request. The free plan allows as many deletions a day. If the command is stopped between two requests,
 * nothing is lost.
 */
const BATCH = 1000

/** What `npm run gc` deletes. */
export interface CollectOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** How many of the newest versions keep their packs. */
  readonly versions: number
  /** For how many days every version and every new pack is kept. */
  readonly days: number
  /** Whether to delete. If false, the packs are only listed. */
  readonly isMeant: boolean
}

/**
 * Deletes packs that no deployment needs. Throws a UsageError if another deployment happens meanwhile, or if Cloudflare
 * refuses.
 */
export async function collectGarbage({ env, versions, days, isMeant }: CollectOptions): Promise<void> {
  const retention = { versions, since: instant(readNow() - days * DAY_MILLISECONDS) }
  const config = await readWorkerConfig(env)
  const account = await openAccount(config.accountId)
  const storage = await findStorage(account, config)
  if (storage === undefined) {
    print('There is no namespace yet, so there is nothing to delete')
    return
  }
  const workers = await findReaders(account, config, storage)
  const kept = await findKept(account, workers, retention)
  const garbage = await findGarbage(account, storage, kept, retention)
  print(
    `Versions whose packs are kept: ${kept.versions.length}. Packs that none of them needs: ${garbage.length}`,
  )
  if (garbage.length === 0) return
  if (!isMeant) {
    for (const key of garbage) print(key)
    print('Nothing is deleted. npm run gc -- --yes deletes them; the free plan has 1,000 deletes a day')
    return
  }
  await deletePacks(storage, garbage, async () => {
    const { state } = await findKept(account, workers, retention)
    return state === kept.state
  })
}

/** Deletes in batches. Before each, `isSame` checks that the versions are still those from which `keys` was computed. */
async function deletePacks(
  storage: PackStorage,
  keys: readonly PackKey[],
  isSame: () => Promise<boolean>,
): Promise<void> {
  for (let done = 0; done < keys.length; done += BATCH) {
    if (!(await isSame())) throw new UsageError('Something was deployed meanwhile. Run this again')
    const batch = keys.slice(done, done + BATCH)
    const failed = await storage.delete(batch)
    print(`${done + batch.length - failed.length} of ${keys.length} packs deleted`)
    if (!(await isSame())) {
      throw new UsageError(
        'Something was deployed meanwhile. Run npm run deploy, which stores what it may lack',
      )
    }
    if (failed.length > 0) {
      throw new UsageError(`Cloudflare did not delete ${failed.length} packs. Run this again`)
    }
  }
}
