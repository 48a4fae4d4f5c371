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
