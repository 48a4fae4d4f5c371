import type { PackKey } from '../../model/pack.ts'
import type { PackStore } from './pack-store.ts'

/** A namespace of Workers KV, as much of it as is needed. */
export interface KeyValueNamespace {
  get(key: string, options: { type: 'arrayBuffer'; cacheTtl: number }): Promise<ArrayBuffer | null>
}

/** A pack never changes under its key, so a data centre may keep it for long: a day, then it looks again. */
const CACHE_SECONDS = 86_400

/** The shortest that Workers KV takes. */
const SHORTEST_CACHE_SECONDS = 30

/**
 * The packs in a namespace of Workers KV. The store remembers for a while, too, that a key was not there: a data centre
 * that was asked too early would miss the pack for a day, so a miss is asked for once more with the shortest memory.
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
