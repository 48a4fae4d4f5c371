import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, connect } from './client.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'
import { REQUESTS } from './requests.ts'

let api: CloudflareApi
let id: string
let account_id: string

beforeEach(async () => {
  api = await startCloudflareApi()
  account_id = api.account.id
  id = api.account.createNamespace('strillone-packs').id
})

afterEach(async () => {
  await api.close()
})

function put(...keys: readonly string[]) {
  const body = keys.map((key) => ({ key, value: key }))
  return connect(api).kv.namespaces.bulkUpdate(id, { account_id, body })
}

async function listed(): Promise<readonly string[]> {
  const keys = connect(api).kv.namespaces.keys.list(id, { account_id })
  return (await collect(keys)).map(({ name }) => name)
}

function stored(): readonly string[] {
  return [...api.account.namespace(id).stored.keys()]
}

describe('an error', () => {
  it('answers as many requests as were ordered, of those that match, and changes nothing', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'answer', status: 503 }, 2)
    expect(await listed()).toEqual([])
    await expect(put('a')).rejects.toMatchObject({ status: 503, errors: [{ code: 10_001 }] })
    await expect(put('a')).rejects.toMatchObject({ status: 503 })
    expect([stored(), api.faults.left]).toEqual([[], 0])
    await put('a')
    expect(await listed()).toEqual(['a'])
  })

  it('may come after the effect, as when a gateway loses patience', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'answer', status: 524, isApplied: true })
    await expect(put('a')).rejects.toMatchObject({ status: 524 })
    expect(stored()).toEqual(['a'])
  })

  it('of the rate says when to come back', async () => {
    api.faults.order(REQUESTS.listKeys, { kind: 'answer', status: 429, retryAfterSeconds: 7 })
    const error: { status?: number; headers?: Headers } = await listed().then(
      () => ({}),
      (reason) => reason,
    )
    expect([error.status, error.headers?.get('retry-after')]).toEqual([429, '7'])
  })
})

describe.each([
  { isApplied: false, after: [] },
  { isApplied: true, after: ['a'] },
])('a connection, the effect applied: $isApplied', ({ isApplied, after }) => {
  it('breaks', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'reset', isApplied })
    await expect(put('a')).rejects.toThrow('Connection error')
    expect([stored(), api.requests.map(({ outcome }) => outcome)]).toEqual([after, ['reset']])
  })

  it('stays open without an answer', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'stall', isApplied })
    const body = [{ key: 'a', value: 'a' }]
    const waiting = connect(api).kv.namespaces.bulkUpdate(id, { account_id, body }, { timeout: 3000 })
    await expect(waiting).rejects.toThrow('timed out')
    expect([stored(), api.requests.map(({ outcome }) => outcome)]).toEqual([after, ['stalled']])
  })
})

describe('lost keys', () => {
  const isLost = (key: string) => key === 'b'

  it('of a write are named', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'loss', isLost, isReported: true })
    expect(await put('a', 'b', 'c')).toEqual({ successful_key_count: 2, unsuccessful_keys: ['b'] })
    expect(await listed()).toEqual(['a', 'c'])
    expect(api.account.counters.writes).toBe(2)
  })

  it('of a write are passed over in silence', async () => {
    api.faults.order(REQUESTS.bulkWrite, { kind: 'loss', isLost, isReported: false })
    expect(await put('a', 'b', 'c')).toEqual({ successful_key_count: 3, unsuccessful_keys: [] })
    expect(await listed()).toEqual(['a', 'c'])
  })

  it.each([true, false])('of a delete stay, reported: %s', async (isReported) => {
    await put('a', 'b', 'c')
    api.faults.order(REQUESTS.bulkDelete, { kind: 'loss', isLost, isReported })
    const body = ['a', 'b']
    const answer = await connect(api).kv.namespaces.bulkDelete(id, { account_id, body })
    expect(answer?.unsuccessful_keys).toEqual(isReported ? ['b'] : [])
    expect(await listed()).toEqual(['b', 'c'])
  })
})

describe('keys that are not visible yet', () => {
  it('are in no list and no answer for so many lists', async () => {
    await put('old')
    api.hideNewKeys(2)
    await put('new', 'old')
    const read = connect(api).kv.namespaces.values.get('new', { account_id, namespace_id: id })
    await expect(read).rejects.toMatchObject({ status: 404 })
    expect([await listed(), await listed(), await listed()]).toEqual([['old'], ['old'], ['new', 'old']])
  })

  it('appear when they are revealed', async () => {
    api.hideNewKeys()
    await put('new')
    for (let list = 0; list < 5; list++) expect(await listed()).toEqual([])
    api.revealKeys()
    expect(await listed()).toEqual(['new'])
    await put('next')
    expect(await listed()).toEqual(['new', 'next'])
  })
})

describe('a watcher', () => {
  it('is told of a request before its effect and after, and can break it off at either', async () => {
    const seen: unknown[] = []
    const ends = [
      api.onRequest(
        REQUESTS.bulkWrite,
        ({ bytes }) => void seen.push(['before', stored().length, bytes > 0]),
      ),
      api.onRequest(REQUESTS.bulkWrite, () => void seen.push(['after', stored().length]), 'after'),
    ]
    await put('a')
    for (const end of ends) end()
    expect(seen).toEqual([
      ['before', 0, true],
      ['after', 1],
    ])

    const endBefore = api.onRequest(REQUESTS.bulkWrite, () => 'reset')
    await expect(put('b')).rejects.toThrow('Connection error')
    endBefore()
    api.onRequest(REQUESTS.bulkWrite, () => 'reset', 'after')
    await expect(put('c')).rejects.toThrow('Connection error')
    expect([stored(), seen.length]).toEqual([['a', 'c'], 2])
  })
})
