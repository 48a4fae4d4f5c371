import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodePack } from '../../src/bundle/pack-codec.ts'
import { PackUnavailable } from '../../src/edge/load-pack.ts'
import { PackCache } from '../../src/edge/pack-cache.ts'
import type { PackStore } from '../../src/edge/pack-store.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { aPage } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

/** Packs of about as many bytes each, in a store that counts what is read of it. */
function aStore(count: number, bytes: number) {
  const packs = new Map(
    Array.from({ length: count }, (_, index) => {
      const pack = encodePack([aPage(`/${index}`, bytes)])
      return [sha256(pack) as PackKey, pack]
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

function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('There is none')
  return item
}

describe('PackCache', () => {
  it('reads a pack once while it fits', async () => {
    const { store, reads, keys } = aStore(10, 1000)
    const cache = new PackCache(store)
    for (let round = 0; round < 3; round++) for (const key of keys) await cache.read(key)
    expect(reads).toEqual(keys)
  })

  it('keeps within its bytes under a crawl of everything', async () => {
    const { store, keys } = aStore(200, 10_000)
    const cache = new PackCache(store, { mostBytes: 100_000 })
    let most = 0
    for (let round = 0; round < 2; round++) {
      for (const key of keys) {
        await cache.read(key)
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
    for (const key of [a, b, a, c, a, b]) if (key !== undefined) await cache.read(key)
    expect(reads).toEqual([a, b, c, b])
  })

  it('does not keep a pack that is larger than all it may keep', async () => {
    const { store, reads, keys } = aStore(1, 10_000)
    const cache = new PackCache(store, { mostBytes: 5000 })
    await cache.read(first(keys))
    await cache.read(first(keys))
    expect(reads).toHaveLength(2)
    expect(cache.bytes).toBe(0)
  })

  it('shares one read between those who want a pack at one time, and one more where that fails', async () => {
    const { store, reads, keys } = aStore(1, 1000)
    const cache = new PackCache(store)
    await Promise.all(Array.from({ length: 20 }, () => cache.read(first(keys))))
    expect(reads).toHaveLength(1)

    let tries = 0
    const failing = new PackCache({
      read: async () => {
        tries += 1
        throw new Error('down')
      },
    })
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => failing.read(first(keys))))
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(tries).toBe(2)
  })

  it('believes no bytes but those that the key names', async () => {
    const { keys } = aStore(1, 1000)
    for (const bytes of [undefined, new Uint8Array(), encodePack([aPage('/other')])]) {
      const cache = new PackCache({ read: async () => bytes })
      await expect(cache.read(first(keys))).rejects.toThrow(PackUnavailable)
      expect(cache.bytes).toBe(0)
    }
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
    const outcome = cache.read(first(keys)).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(3000)
    expect(await outcome).toBeInstanceOf(PackUnavailable)
  })
})
