import { describe, expect, it } from 'vitest'
import { encodePack } from '../../src/bundle/pack-codec.ts'
import { formatRfc3339, instant } from '../../src/model/instant.ts'
import type { Pack } from '../../src/model/pack.ts'
import type { Account } from '../../src/node/cloudflare/account.ts'
import type { PackStorage, PackStorages } from '../../src/node/cloudflare/pack-storage.ts'
import { aPage } from './a-resource.ts'
import { sha256 } from './sha256.ts'
import { describeStore } from './store-contract.ts'

/** The storages of one kind in an account where there are none. */
export interface StoragesUnderTest {
  readonly account: Account
  readonly storages: PackStorages
}

const EARLIER = instant(Date.UTC(2026, 10, 22))
const LATER = instant(Date.UTC(2026, 10, 23))

/** More than a service gives on one page of a list. */
const MANY = 1100

/** As many packs as one write of a push carries. */
const BATCH = 100

function somePacks(count: number): readonly Pack[] {
  return Array.from({ length: count }, (_, number) => encodePack([aPage(`/${number}`)], sha256))
}

async function listedKeys(storage: PackStorage): Promise<readonly string[]> {
  return (await storage.list()).map(({ key }) => key).sort()
}

const keysOf = (packs: readonly Pack[]) => packs.map(({ key }) => key).sort()

/** What every kind of storage for packs must do. */
export function describePackStorage(name: string, make: () => Promise<StoragesUnderTest>): void {
  async function create(): Promise<PackStorage> {
    const { account, storages } = await make()
    return storages.create(account, 'news')
  }

  describe(`${name}, a storage of packs`, () => {
    it('is found once it is made, by its Worker or by its id', async () => {
      const { account, storages } = await make()
      expect(await storages.find(account, 'news', undefined)).toBeUndefined()
      const made = await storages.create(account, 'news')
      const [pack] = somePacks(1)
      await made.write(pack ? [pack] : [], formatRfc3339(EARLIER))
      for (const [worker, id] of [
        ['news', undefined],
        ['another', made.id],
      ] as const) {
        const found = await storages.find(account, worker, id)
        expect([found?.id, await found?.list()]).toEqual([made.id, [{ key: pack?.key, stored: EARLIER }]])
      }
    })

    it('is one for each Worker', async () => {
      const { account, storages } = await make()
      const [news, blog] = [await storages.create(account, 'news'), await storages.create(account, 'blog')]
      await news.write(somePacks(1), formatRfc3339(EARLIER))
      expect(news.id).not.toBe(blog.id)
      expect(await blog.list()).toEqual([])
    })

    it('lists every pack once, with the moment of its last write', async () => {
      const storage = await create()
      const packs = somePacks(MANY)
      for (let done = 0; done < MANY; done += BATCH) {
        expect(await storage.write(packs.slice(done, done + BATCH), formatRfc3339(EARLIER))).toEqual([])
      }
      const again = new Set(packs.slice(0, BATCH).map(({ key }) => key))
      expect(await storage.write(packs.slice(0, BATCH), formatRfc3339(LATER))).toEqual([])
      const listed = await storage.list()
      expect(listed.map(({ key }) => key).sort()).toEqual(keysOf(packs))
      expect(listed.filter(({ key, stored }) => stored !== (again.has(key) ? LATER : EARLIER))).toEqual([])
    })

    it('deletes what is named and nothing else, whether it is there or not', async () => {
      const storage = await create()
      const packs = somePacks(MANY + 1)
      const [absent, kept, ...gone] = packs
      await storage.write(packs.slice(1), formatRfc3339(EARLIER))
      const named = [...gone.slice(0, 999), ...(absent ? [absent] : [])].map(({ key }) => key)
      expect(await storage.delete(named)).toEqual([])
      expect(await listedKeys(storage)).toEqual(keysOf([...(kept ? [kept] : []), ...gone.slice(999)]))
      expect(gone[0] && (await storage.read(gone[0].key))).toBeUndefined()
    })

    it('keeps the last of the notes under a name, beside the packs', async () => {
      const storage = await create()
      expect(await storage.readNote('told')).toBeUndefined()
      for (const text of ['one', 'perché no?']) await storage.writeNote('told', text)
      expect(await storage.readNote('told')).toBe('perché no?')
      expect(await storage.list()).toEqual([])
    })
  })

  describeStore(name, async () => {
    const storage = await create()
    return {
      store: storage,
      put: async (key, bytes) => void (await storage.write([{ key, bytes }], formatRfc3339(EARLIER))),
    }
  })
}
