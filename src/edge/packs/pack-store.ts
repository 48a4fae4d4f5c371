import type { PackKey } from '../../model/pack.ts'

/** Where packs are read from. */
export interface PackStore {
  /** The pack's bytes, or undefined where the store does not have it. Rejects where the store cannot tell. */
  read(key: PackKey): Promise<Uint8Array | undefined>
}

/** The packs that ride inside the Worker, and behind them another store. */
export function embeddedStore(embedded: ReadonlyMap<PackKey, Uint8Array>, behind: PackStore): PackStore {
  return { read: async (key) => embedded.get(key) ?? behind.read(key) }
}

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
