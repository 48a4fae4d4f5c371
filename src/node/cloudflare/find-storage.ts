import type { Account } from './account.ts'
import type { PackStorage } from './pack-storage.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Finds the storage of a Worker's packs. Gives undefined if there is none. Rejects with a UsageError if Cloudflare refuses.
 */
export async function findStorage(
  account: Account,
  { worker, storage: { kind, id } }: WorkerConfig,
): Promise<PackStorage | undefined> {
  return (await kind.load()).find(account, worker, id)
}

/** Makes the storage for a Worker's packs. Rejects with a UsageError if Cloudflare refuses. */
export async function createStorage(
  account: Account,
  { worker, storage: { kind } }: WorkerConfig,
): Promise<PackStorage> {
  return (await kind.load()).create(account, worker)
}
