import type { PackStore } from '../../edge/packs/pack-store.ts'
import type { Pack, PackKey } from '../../model/pack.ts'
import type { Account } from './account.ts'

/** A stored pack. */
export interface StoredPack {
  readonly key: PackKey
  /** When it was stored, in milliseconds since 1970, if known. */
  readonly stored?: number
}

/**
 * Where the packs of a Worker are stored, with a few notes. A reading may lag behind the writings. Every method rejects
 * with a UsageError if the service refuses.
 */
export interface PackStorage extends PackStore {
  /** The name of the storage in its table of wrangler.toml. It is unique in the account. */
  readonly id: string
  /** Lists all packs. Other keys in the storage belong to other programs and are left out. */
  list(): Promise<readonly StoredPack[]>
  /**
   * Stores packs in one request. `stored` is the moment, as RFC 3339. Resolves to the keys that the service did not store.
   */
  write(packs: readonly Pack[], stored: string): Promise<readonly PackKey[]>
  /**
   * Deletes packs in one request. Resolves to the keys that the service did not delete. An absent pack counts as deleted.
   */
  delete(keys: readonly PackKey[]): Promise<readonly PackKey[]>
  /** Reads a note: a short text under a name. Resolves to undefined if there is none. */
  readNote(name: string): Promise<string | undefined>
  /** Writes a note over the one before. Its name must not be one that a pack can have. */
  writeNote(name: string, text: string): Promise<void>
}

/** The storages of one kind. Both functions reject with a UsageError if the service refuses. */
export interface PackStorages {
  /**
   * Finds the storage of a Worker. `id` is its name in wrangler.toml, if stated there. Resolves to undefined if there is
   * none.
   */
  find(account: Account, worker: string, id: string | undefined): Promise<PackStorage | undefined>
  /** Makes the storage of a Worker. `find` finds it afterwards without an id. */
  create(account: Account, worker: string): Promise<PackStorage>
}
