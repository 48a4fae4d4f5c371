import { formatRfc3339 } from '../../model/instant.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { readNow } from '../cli/read-moment.ts'
import { readPackFile, sumPackBytes } from '../files/pack-folder.ts'
import { type DeployableRelease, storedPacks } from './built-release.ts'
import type { PackStorage } from './pack-storage.ts'
import { findLacking, pushPacks } from './push-packs.ts'
import type { PushPlan } from './render-plan.ts'
import { startTransfer } from './transfer-progress.ts'

/**
 * Counts what storing a release would write. Without a storage, all packs count. Rejects with a UsageError if Cloudflare
 * refuses.
 */
export async function planRelease(
  built: DeployableRelease,
  storage: PackStorage | undefined,
): Promise<PushPlan> {
  const needed = storedPacks(built)
  const lacking = storage ? await findLacking(storage, needed) : needed
  const bytes = await sumPackBytes(DEFAULT_OUT, lacking)
  return { needed: needed.length, lacking: lacking.length, bytes }
}

/**
 * Stores the packs that a release needs and a storage lacks. Resolves once the storage lists all of them. Rejects with a
 * UsageError if they cannot be stored.
 */
export async function storeRelease(built: DeployableRelease, storage: PackStorage): Promise<void> {
  const lacking = await findLacking(storage, storedPacks(built))
  if (lacking.length === 0) return
  const transfer = startTransfer(lacking.length, await sumPackBytes(DEFAULT_OUT, lacking))
  try {
    await pushPacks(storage, lacking, {
      read: (key) => readPackFile(DEFAULT_OUT, key),
      stored: formatRfc3339(readNow()),
      onStored: transfer.add,
    })
  } finally {
    transfer.stop()
  }
}
