import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, connect } from './client.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'

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

function namespaces() {
  return connect(api).kv.namespaces
}

function put(...keys: readonly string[]) {
  return namespaces().bulkUpdate(id, { account_id, body: keys.map((key) => ({ key, value: `of ${key}` })) })
}

async function listed(prefix = ''): Promise<readonly string[]> {
  return (await collect(namespaces().keys.list(id, { account_id, prefix }))).map(({ name }) => name)
}

function manyKeys(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `k${String(number).padStart(5, '0')}`)
}

/** The status and the code with which the API refuses something. */
const refusal = (status: number, code: number) => ({ status, errors: [{ code }] })

describe('namespaces', () => {
  it('are made once for each title, and listed page by page in the order that is asked for', async () => {
    await namespaces().create({ account_id, title: 'b' })
    await namespaces().create({ account_id, title: 'a' })
    await expect(namespaces().create({ account_id, title: 'a' })).rejects.toMatchObject(refusal(400, 10_014))
    const pages = namespaces().list({ account_id, order: 'title', direction: 'asc', per_page: 2 })
    expect((await collect(pages)).map(({ title }) => title)).toEqual(['a', 'b', 'strillone-packs'])
  })

  it('that are not there are told from keys that are not', async () => {
    const values = namespaces().values
    const none = '0'.repeat(32)
    await expect(values.get('k', { account_id, namespace_id: none })).rejects.toMatchObject(
      refusal(404, 10_013),
    )
    await expect(values.get('k', { account_id, namespace_id: id })).rejects.toMatchObject(
      refusal(404, 10_009),
    )
  })
})

describe('keys', () => {
  it('give back the bytes and the metadata that were written under them', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const value = Buffer.from(bytes).toString('base64')
    const body = [{ key: 'a/ü ?', value, base64: true, metadata: { stored: '2026-11-22' } }]
    expect(await namespaces().bulkUpdate(id, { account_id, body })).toEqual({
      successful_key_count: 1,
      unsuccessful_keys: [],
    })
    const read = await namespaces().values.get('a/ü ?', { account_id, namespace_id: id })
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes)
    const [key] = (await namespaces().keys.list(id, { account_id })).result
    expect(key).toEqual({ name: 'a/ü ?', metadata: { stored: '2026-11-22' } })
  })

  it('are listed sorted, a thousand a page and no more, below a prefix', async () => {
    await put(...manyKeys(2500), 'other')
    const pages: number[] = []
    for await (const page of (await namespaces().keys.list(id, { account_id, prefix: 'k' })).iterPages())
      pages.push(page.result.length)
    expect(pages).toEqual([1000, 1000, 500])
    expect(await listed('k')).toEqual(manyKeys(2500))
    expect(await listed('o')).toEqual(['other'])
    await expect(namespaces().keys.list(id, { account_id, limit: 1001 })).rejects.toMatchObject(
      refusal(400, 10_028),
    )
  })

  it('are deleted many at a time, and each thing is counted', async () => {
    await put('a', 'b', 'c')
    await namespaces().bulkDelete(id, { account_id, body: ['a', 'c', 'none'] })
    expect(await listed()).toEqual(['b'])
    await namespaces().values.get('b', { account_id, namespace_id: id })
    expect(api.account.counters).toEqual({ writes: 3, deletes: 3, lists: 1, reads: 1 })
  })
})

describe('limits', () => {
  it('are 10,000 keys in one request', async () => {
    await put(...manyKeys(10_000))
    await expect(put(...manyKeys(10_001))).rejects.toMatchObject(refusal(400, 10_012))
    const body = [...manyKeys(10_001)]
    await expect(namespaces().bulkDelete(id, { account_id, body })).rejects.toMatchObject(
      refusal(400, 10_012),
    )
    expect(await listed()).toHaveLength(10_000)
  })

  it('are 512 bytes of key, 25 MiB of value, 1,024 bytes of metadata, 100 MB of request', async () => {
    const write = (body: { key: string; value: string; metadata?: unknown }[]) =>
      namespaces().bulkUpdate(id, { account_id, body })
    await write([{ key: 'ü'.repeat(256), value: 'v'.repeat(26_214_400) }])
    await expect(write([{ key: `${'ü'.repeat(256)}x`, value: '' }])).rejects.toMatchObject({ status: 414 })
    await expect(write([{ key: 'k', value: 'v'.repeat(26_214_401) }])).rejects.toMatchObject({ status: 413 })
    await expect(write([{ key: 'k', value: '', metadata: 'm'.repeat(1023) }])).rejects.toMatchObject({
      status: 413,
    })
    const whole = await fetch(`${api.baseUrl}/accounts/${account_id}/storage/kv/namespaces/${id}/bulk`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${api.token}` },
      body: Buffer.alloc(100_000_001, ' '),
    })
    expect([whole.status, await whole.json()]).toMatchObject([413, { errors: [{ code: 10_024 }] }])
    expect(api.account.counters.writes).toBe(1)
  })
})

describe('who asks', () => {
  it('is refused with another token, or for another account, and never remembered', async () => {
    const other = connect(api, 'another-token').kv.namespaces
    await expect(other.list({ account_id })).rejects.toMatchObject(refusal(403, 10_000))
    await expect(namespaces().list({ account_id: '0'.repeat(32) })).rejects.toMatchObject(refusal(403, 9109))
    expect(api.requests.map(({ outcome }) => outcome)).toEqual([403, 403])
    expect(JSON.stringify(api.requests)).not.toContain('token')
  })
})
