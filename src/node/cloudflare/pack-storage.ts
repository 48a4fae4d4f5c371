import type { PackStore } from '../../edge/packs/pack-store.ts'
import type { Pack, PackKey } from '../../model/pack.ts'
import type { Account } from './account.ts'

/** A pack that is stored. */
export interface StoredPack {
  readonly key: PackKey
  /** When it was put there, in milliseconds, where that is known. */
  readonly stored?: number
}

/**
 * Where a deployment keeps the packs of a Worker, and a few notes. It may show late what was written. Every method rejects
 * with a UsageError where the service refuses.
 */
export interface PackStorage extends PackStore {
  /** What its table of wrangler.toml names it by. No other storage of the account has the same. */
  readonly id: string
  /** All packs that it has. Other keys that somebody keeps there are not ours to know. */
  list(): Promise<readonly StoredPack[]>
  /** Stores packs in one request, as of a moment in RFC 3339. Resolves to the keys that the service could not store. */
  write(packs: readonly Pack[], stored: string): Promise<readonly PackKey[]>
  /** Deletes packs in one request. Resolves to the keys that the service could not delete; what is not there is deleted. */
  delete(keys: readonly PackKey[]): Promise<readonly PackKey[]>
  /** A short text that is kept under a name beside the packs; nothing where there is none. */
  readNote(name: string): Promise<string | undefined>
  /** Keeps a short text under a name that no pack can have, in place of the one before. */
  writeNote(name: string, text: string): Promise<void>
}

/** The storages of one kind. Both functions reject with a UsageError where the service refuses. */
export interface PackStorages {
  /** The one of a Worker; `id` is what wrangler.toml names, if it does. Resolves to nothing where there is none. */
  find(account: Account, worker: string, id: string | undefined): Promise<PackStorage | undefined>
  /** Makes the one of a Worker, which `find` finds from then on without an id. */
  create(account: Account, worker: string): Promise<PackStorage>
}
