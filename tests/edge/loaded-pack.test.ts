import { afterEach, describe, expect, it, vi } from 'vitest'
import { decodeIndex, encodePack } from '../../src/bundle/pack-codec.ts'
import { LoadedPack } from '../../src/edge/packs/load-pack.ts'
import type { Stem } from '../../src/model/resource.ts'
import { aPage } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

const resources = Array.from({ length: 70 }, (_, index) => aPage(`/${index}`, 1000))
const { key, bytes } = encodePack(resources, sha256)
const stem = '/7' as Stem

function load(): LoadedPack {
  return new LoadedPack(key, decodeIndex(bytes), bytes.length)
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('LoadedPack', () => {
  it('hashes and decodes nothing but what is asked for, and that once', async () => {
    const hash = vi.spyOn(crypto.subtle, 'digest')
    const pack = load()
    expect(hash).not.toHaveBeenCalled()
    const found = await Promise.all(Array.from({ length: 20 }, () => pack.find(stem)))
    expect(hash).toHaveBeenCalledTimes(1)
    expect(found[0]).toEqual(resources[7])
    expect(new Set([...found, await pack.find(stem)]).size).toBe(1)
    expect(hash).toHaveBeenCalledTimes(1)
  })

  it('hashes anew for those who wait for somebody that has gone away', async () => {
    vi.useFakeTimers()
    const digest = crypto.subtle.digest.bind(crypto.subtle)
    const hash = vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(() => new Promise(() => {}))
    const pack = load()
    pack.find(stem)
    const waiting = Promise.all([pack.find(stem), pack.find(stem)])
    hash.mockImplementation(digest)
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    expect(await waiting).toEqual([resources[7], resources[7]])
    expect(hash).toHaveBeenCalledTimes(2)
  })
})
