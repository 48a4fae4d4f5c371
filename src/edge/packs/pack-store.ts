import type { PackKey } from '../../model/pack.ts'

/** Reads packs by their keys. */
export interface PackStore {
  /** Reads a pack's bytes. Undefined if the store does not have the pack; rejects if the store cannot answer. */
  read(key: PackKey): Promise<Uint8Array | undefined>
}

/** Reads packs that are embedded in the Worker, and all others from the store `behind`. */
export function embeddedStore(embedded: ReadonlyMap<PackKey, Uint8Array>, behind: PackStore): PackStore {
  return { read: async (key) => embedded.get(key) ?? behind.read(key) }
}
