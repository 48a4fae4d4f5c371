import type { PackStorages } from './pack-storage.ts'

/** A kind of storage for packs, such as Workers KV. */
export interface StorageKind {
  /** The key that names a storage in its table of wrangler.toml: `id`, `bucket_name`. */
  readonly idKey: string
  /**
   * Loads the code that speaks with the service. A build reads this table, but does not need the client, which loads
   * slowly.
   */
  load(): Promise<PackStorages>
}

/** The kinds of storage. The key is the table of wrangler.toml that binds one to a Worker. */
export const STORAGE_KINDS: Readonly<Record<string, StorageKind>> = {
  kv_namespaces: { idKey: 'id', load: async () => (await import('./namespace.ts')).keyValueNamespaces },
}
