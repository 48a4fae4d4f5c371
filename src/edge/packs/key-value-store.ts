import type { PackKey } from '../../model/pack.ts'
import type { PackStore } from './pack-store.ts'

/** The part of a Workers KV namespace that this store uses. */
export interface KeyValueNamespace {
  get(key: string, options: { type: 'arrayBuffer'; cacheTtl: number }): Promise<ArrayBuffer | null>
}

/** A pack never changes under its key, so a data centre may cache it for a day. */
const CACHE_SECONDS = 86_400

/** The shortest cache time that Workers KV accepts. */
const SHORTEST_CACHE_SECONDS = 30

/**
 * Reads packs from a namespace of Workers KV. KV also caches that a key is missing. A data centre that was asked too
 * early would miss the pack for a day, so a miss is read again with the shortest cache time.
 */
export function keyValueStore(namespace: KeyValueNamespace): PackStore {
  const get = (key: PackKey, cacheTtl: number) => namespace.get(key, { type: 'arrayBuffer', cacheTtl })
  return {
    async read(key) {
      const bytes = (await get(key, CACHE_SECONDS)) ?? (await get(key, SHORTEST_CACHE_SECONDS))
      return bytes === null ? undefined : new Uint8Array(bytes)
    },
  }
}
