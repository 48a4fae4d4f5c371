import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeIndex, encodePack } from '../../../src/bundle/pack-codec.ts'
import { PackUnavailable } from '../../../src/edge/packs/load-pack.ts'
import { PackCache } from '../../../src/edge/packs/pack-cache.ts'
import type { PackStore } from '../../../src/edge/packs/pack-store.ts'
import type { Pack, PackKey } from '../../../src/model/pack.ts'
import type { Stem } from '../../../src/model/resource.ts'
import { aPage } from '../../support/a-resource.ts'
import { sha256 } from '../../support/sha256.ts'

/** Packs of about as many bytes each, in a store that counts what is read of it. */
function aStore(count: number, bytes: number) {
  const packs = new Map(
    Array.from({ length: count }, (_, index) => {
      const pack = encodePack([aPage(`/${index}`, bytes)], sha256)
      return [pack.key, pack.bytes]
    }),
  )
  const reads: PackKey[] = []
  const store: PackStore = {
    read: async (key) => {
      reads.push(key)
      return packs.get(key)
    },
  }
  return { store, reads, keys: [...packs.keys()] }
}

/** Whether a pack holds it or not, to ask for it is to have the pack loaded. */
const ANY = '/0' as Stem

function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('There is none')
  return item
}

describe('PackCache', () => {
  it('reads a pack once while it fits', async () => {
    const { store, reads, keys } = aStore(10, 1000)
    const cache = new PackCache(store)
    for (let round = 0; round < 3; round++) for (const key of keys) await cache.find(key, ANY)
    expect(reads).toEqual(keys)
  })

  it('keeps within its bytes under a crawl of everything', async () => {
    const { store, keys } = aStore(200, 10_000)
    const cache = new PackCache(store, { mostBytes: 100_000 })
    let most = 0
    for (let round = 0; round < 2; round++) {
      for (const key of keys) {
        await cache.find(key, ANY)
        most = Math.max(most, cache.bytes)
      }
    }
    expect(most).toBeGreaterThan(90_000)
    expect(most).toBeLessThanOrEqual(100_000)
  })

  it('lets go of what was used least recently', async () => {
    const { store, reads, keys } = aStore(3, 10_000)
    const [a, b, c] = keys
    const cache = new PackCache(store, { mostBytes: 25_000 })
    for (const key of [a, b, a, c, a, b]) if (key !== undefined) await cache.find(key, ANY)
    expect(reads).toEqual([a, b, c, b])
  })

  it('does not keep a pack that is larger than all it may keep', async () => {
    const { store, reads, keys } = aStore(1, 10_000)
    const cache = new PackCache(store, { mostBytes: 5000 })
    await cache.find(first(keys), ANY)
    await cache.find(first(keys), ANY)
    expect(reads).toHaveLength(2)
    expect(cache.bytes).toBe(0)
  })

  it('shares one read between those who want a pack at one time, and one more where that fails', async () => {
    const { store, reads, keys } = aStore(1, 1000)
    const cache = new PackCache(store)
    await Promise.all(Array.from({ length: 20 }, () => cache.find(first(keys), ANY)))
    expect(reads).toHaveLength(1)

    let tries = 0
    const failing = new PackCache({
      read: async () => {
        tries += 1
        throw new Error('down')
      },
    })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => failing.find(first(keys), ANY)),
    )
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(tries).toBe(2)
  })

  it('believes no bytes but those that the key names', async () => {
    const { keys } = aStore(1, 1000)
    for (const bytes of [undefined, new Uint8Array(), encodePack([aPage('/other')], sha256).bytes]) {
      const cache = new PackCache({ read: async () => bytes })
      await expect(cache.find(first(keys), ANY)).rejects.toThrow(PackUnavailable)
      expect(cache.bytes).toBe(0)
    }
  })
})

/** A pack of two resources, in a store that damages the first one while it is told to, and counts what is read of it. */
function aDamagingStore() {
  const pack: Pack = encodePack([aPage('/a', 1000), aPage('/b', 1000)], sha256)
  const damaged = pack.bytes.slice()
  const place = decodeIndex(damaged).head.length + 500
  damaged[place] = (damaged[place] ?? 0) ^ 1
  const store = { reads: 0, isDamaging: true }
  const cache = new PackCache({
    read: async () => {
      store.reads += 1
      return store.isDamaging ? damaged : pack.bytes
    },
  })
  return { store, cache, find: (stem: string) => cache.find(pack.key, stem as Stem) }
}

describe('PackCache, of a pack of which a resource is damaged', () => {
  it('gives the others, and says of what is not there that it is not', async () => {
    const { find } = aDamagingStore()
    expect(await find('/b')).toEqual(aPage('/b', 1000))
    expect(await find('/none')).toBeUndefined()
  })

  it('gives nobody the damaged one, and reads the pack anew for who comes next', async () => {
    const { store, cache, find } = aDamagingStore()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => find('/a')))
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(PackUnavailable)
    }
    expect(store.reads).toBe(1)
    expect(cache.bytes).toBe(0)
    store.isDamaging = false
    expect(await find('/a')).toEqual(aPage('/a', 1000))
    expect(store.reads).toBe(2)
  })

  it('lets go of it also where it was of use before', async () => {
    const { store, cache, find } = aDamagingStore()
    await find('/b')
    expect(cache.bytes).toBeGreaterThan(2000)
    await expect(find('/a')).rejects.toThrow(PackUnavailable)
    expect([cache.bytes, store.reads]).toEqual([0, 1])
    await find('/b')
    expect(store.reads).toBe(2)
  })
})

describe('PackCache, waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('gives up on a store that does not answer', async () => {
    const { keys } = aStore(1, 1000)
    const cache = new PackCache({ read: () => new Promise(() => {}) }, { milliseconds: 3000 })
    const outcome = cache.find(first(keys), ANY).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(3000)
    expect(await outcome).toBeInstanceOf(PackUnavailable)
  })
})
