import { describe, expect, it } from 'vitest'
import type { PackStore } from '../../src/edge/packs/pack-store.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { sha256 } from './sha256.ts'

/** A store to be tested, and a way to put packs into it. */
export interface StoreUnderTest {
  readonly store: PackStore
  put(key: PackKey, bytes: Uint8Array): Promise<void>
}

const SIZES = [0, 1, 1000, 262_144, 3_000_000]

function packOf(size: number): { key: PackKey; bytes: Uint8Array } {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256)
  return { key: sha256(bytes) as PackKey, bytes }
}

/** What every store of packs must do. */
export function describeStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}, a store of packs`, () => {
    it.each(SIZES)('gives back %d bytes as they were put', async (size) => {
      const { store, put } = await make()
      const { key, bytes } = packOf(size)
      await put(key, bytes)
      expect(Buffer.from((await store.read(key)) ?? [1]).equals(Buffer.from(bytes))).toBe(true)
    })

    it('gives undefined for what it does not have', async () => {
      const { store } = await make()
      expect(await store.read(packOf(7).key)).toBeUndefined()
    })

    it('keeps packs apart', async () => {
      const { store, put } = await make()
      for (const size of [10, 20, 30]) await put(packOf(size).key, packOf(size).bytes)
      for (const size of [10, 20, 30]) expect((await store.read(packOf(size).key))?.length).toBe(size)
    })

    it('answers many at once', async () => {
      const { store, put } = await make()
      const { key, bytes } = packOf(1000)
      await put(key, bytes)
      const answers = await Promise.all(Array.from({ length: 50 }, () => store.read(key)))
      expect(answers.every((answer) => answer?.length === 1000)).toBe(true)
    })
  })
}
