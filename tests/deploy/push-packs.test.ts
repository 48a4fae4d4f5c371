import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodePack } from '../../src/bundle/pack-codec.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { connect } from '../../src/node/cloudflare/account.ts'
import { PackNamespace } from '../../src/node/cloudflare/pack-namespace.ts'
import { findLacking, pushPacks } from '../../src/node/cloudflare/push-packs.ts'
import { type CloudflareApi, startCloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { REQUESTS } from '../cloudflare/requests.ts'
import { aPage } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

/** So many that it takes more than a page of keys to list them, and more than one request to store them. */
const PACKS = 1100

let api: CloudflareApi
let namespace: PackNamespace

beforeEach(async () => {
  api = await startCloudflareApi()
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', api.baseUrl)
  const account = { id: api.account.id, client: connect({ type: 'api_token', token: api.token }) }
  namespace = new PackNamespace(account, api.account.createNamespace('strillone-packs').id)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await api.close()
})

const bytesOf = new Map(
  Array.from({ length: PACKS }, (_, number): [PackKey, Uint8Array] => {
    const { key, bytes } = encodePack([aPage(`/${number}`)], sha256)
    return [key, bytes]
  }),
)
const keys = [...bytesOf.keys()]

async function push(some: readonly PackKey[], read = bytesOf): Promise<number> {
  let stored = 0
  await pushPacks(namespace, some, {
    read: async (key) => read.get(key) ?? Buffer.from('another'),
    stored: '2026-11-22T00:00:00.000Z',
    onStored: (packs) => {
      stored += packs
    },
    pauseMilliseconds: 1,
  })
  return stored
}

describe('pushPacks', () => {
  it('stores all that is lacking, with the moment of it, and lists it all', async () => {
    const some = keys.slice(0, 40)
    await push(some)
    expect(await findLacking(namespace, keys)).toEqual(keys.slice(40))
    expect(await push(await findLacking(namespace, keys))).toBe(PACKS - 40)
    expect(await findLacking(namespace, keys)).toEqual([])
    const moment = Date.parse('2026-11-22T00:00:00.000Z')
    expect(await namespace.list()).toEqual(keys.toSorted().map((key) => ({ key, stored: moment })))
    expect(api.account.counters.writes).toBe(PACKS)
  })

  it('sends again what a reply names as not stored, and counts nothing twice', async () => {
    api.faults.order(
      REQUESTS.bulkWrite,
      { kind: 'loss', isLost: (_, index) => index % 3 === 0, isReported: true },
      4,
    )
    expect(await push(keys)).toBe(PACKS)
    expect(await findLacking(namespace, keys)).toEqual([])
  })

  it('rejects where what it stores is never seen, and goes on from there the next time', async () => {
    const lost = keys[7]
    api.faults.order(
      REQUESTS.bulkWrite,
      { kind: 'loss', isLost: (key) => key === lost, isReported: false },
      100,
    )
    await expect(push(keys)).rejects.toThrow(/^1 of 1100 packs are not to be seen .* Run this again/)
    api.faults.clear()
    const before = api.account.counters.writes
    await push(await findLacking(namespace, keys))
    expect(api.account.counters.writes).toBe(before + 1)
  })

  it('rejects where what is stored is not what was sent', async () => {
    const [first] = keys
    if (first === undefined) throw new Error('There are packs')
    const stop = api.onRequest(REQUESTS.readValue, () => {
      api.account.namespaceTitled('strillone-packs')?.put(first, { bytes: Buffer.from('not it') })
      return undefined
    })
    await expect(push([first])).rejects.toThrow(/does not give back the pack/)
    stop()
  })

  it('sends no pack that is damaged on the disk, wherever that is', async () => {
    await expect(push(keys.slice(0, 1), new Map())).rejects.toThrow(/is damaged on this disk/)
    const [first] = keys
    const rotten = Uint8Array.from((first && bytesOf.get(first)) ?? []).fill(7, -1)
    await expect(push(keys.slice(0, 1), new Map(first && [[first, rotten]]))).rejects.toThrow(/is damaged/)
    expect(api.account.counters.writes).toBe(0)
  })
})
