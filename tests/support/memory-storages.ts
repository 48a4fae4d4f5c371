import type { Pack, PackKey } from '../../src/model/pack.ts'
import type { PackStorage, PackStorages } from '../../src/node/cloudflare/pack-storage.ts'

/** A kind of storage that keeps packs in memory. */
export function memoryStorages(): PackStorages {
  const storages = new Map<string, PackStorage>()
  return {
    find: async (_, worker, id) => storages.get(id ?? `${worker}-memory`),
    create: async (_, worker) => {
      const storage = memoryStorage(`${worker}-memory`)
      storages.set(storage.id, storage)
      return storage
    },
  }
}

function memoryStorage(id: string): PackStorage {
  const packs = new Map<PackKey, Pack & { readonly stored: number }>()
  const notes = new Map<string, string>()
  return {
    id,
    list: async () => [...packs.values()].map(({ key, stored }) => ({ key, stored })),
    async write(some, stored) {
      for (const pack of some) packs.set(pack.key, { ...pack, stored: Date.parse(stored) })
      return []
    },
    read: async (key) => packs.get(key)?.bytes,
    async delete(keys) {
      for (const key of keys) packs.delete(key)
      return []
    },
    readNote: async (name) => notes.get(name),
    writeNote: async (name, text) => void notes.set(name, text),
  }
}
