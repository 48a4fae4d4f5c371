import type { PackStorages } from './pack-storage.ts'

/** A kind of storage for packs. */
export interface StorageKind {
  /** The key in its table of wrangler.toml that names one: `id`, `bucket_name`. */
  readonly idKey: string
  /** Loads what speaks with the service. A build reads this table and does without the client, which loads slowly. */
  load(): Promise<PackStorages>
}

/** What can keep packs, under the table of wrangler.toml that binds it to a Worker. */
export const STORAGE_KINDS: Readonly<Record<string, StorageKind>> = {
  kv_namespaces: { idKey: 'id', load: async () => (await import('./namespace.ts')).keyValueNamespaces },
}
