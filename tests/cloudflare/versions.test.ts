import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, connect } from './client.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'
import { uploadWorker } from './upload-worker.ts'

let api: CloudflareApi
let account_id: string

beforeEach(async () => {
  api = await startCloudflareApi()
  account_id = api.account.id
})

afterEach(async () => {
  await api.close()
})

const CODE = 'export default { fetch: () => new Response("ok") }'

function workers() {
  return connect(api).workers
}

function deploy(version_id: string) {
  return workers().scripts.deployments.create('site', {
    account_id,
    strategy: 'percentage',
    versions: [{ version_id, percentage: 100 }],
  })
}

describe('a version', () => {
  it('gives back its modules byte by byte, where they are asked for', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const version = await uploadWorker(api, 'site', CODE, [], { './1-release.bin': bytes })
    const { versions } = workers().beta.workers
    const bare = await versions.get(version, { account_id, worker_id: 'site' })
    expect([bare.id, bare.number, bare.modules]).toEqual([version, 1, undefined])
    const whole = await versions.get(version, { account_id, worker_id: 'site', include: 'modules' })
    expect(whole.modules).toEqual([
      {
        name: 'index.js',
        content_type: 'application/javascript+module',
        content_base64: Buffer.from(CODE).toString('base64'),
      },
      {
        name: './1-release.bin',
        content_type: 'application/octet-stream',
        content_base64: Buffer.from(bytes).toString('base64'),
      },
    ])
  })

  it('is listed after those that are newer, page by page', async () => {
    const uploaded: string[] = []
    for (let number = 0; number < 12; number++) uploaded.push(await uploadWorker(api, 'site', CODE))
    const { versions } = workers().beta.workers
    const first = await versions.list('site', { account_id })
    expect(first.result).toHaveLength(10)
    const listed = await collect(versions.list('site', { account_id }))
    expect(listed.map(({ id }) => id)).toEqual(uploaded.toReversed())
  })

  it('keeps what it inherits, and is refused where there is nothing to', async () => {
    const { id } = api.account.createNamespace('site-packs')
    const packs = { name: 'PACKS', type: 'kv_namespace', namespace_id: id }
    const inherited = [{ name: 'PACKS', type: 'inherit' }]
    await uploadWorker(api, 'site', CODE, [packs])
    await uploadWorker(api, 'site', CODE, inherited)
    const settings = await workers().scripts.scriptAndVersionSettings.get('site', { account_id })
    expect(settings.bindings).toEqual([packs])
    await expect(uploadWorker(api, 'other', CODE, inherited)).rejects.toThrow('10057')
    await expect(uploadWorker(api, 'other', CODE, [{ ...packs, namespace_id: 'none' }])).rejects.toThrow(
      '10041',
    )
    expect(api.account.workers.has('other')).toBe(false)
  })
})

describe('a Worker', () => {
  it('is found by name and id and in the list, with the addresses of its account', async () => {
    await uploadWorker(api, 'site', CODE)
    const site = await workers().beta.workers.get('site', { account_id })
    expect(site.subdomain).toMatchObject({ preview_url_suffix: '-site.redazione.workers.dev' })
    expect(await workers().beta.workers.get(site.id, { account_id })).toEqual(site)
    const all = await collect(workers().beta.workers.list({ account_id }))
    expect(all.map(({ name }) => name)).toEqual(['site'])
    expect(await workers().subdomains.get({ account_id })).toEqual({ subdomain: 'redazione' })
  })

  it('that is not there is refused', async () => {
    await expect(workers().beta.workers.get('none', { account_id })).rejects.toMatchObject({
      status: 404,
      errors: [{ code: 10_007 }],
    })
  })
})

describe('deployments', () => {
  it('are listed the newest first, ten at a time', async () => {
    const first = await uploadWorker(api, 'site', CODE)
    const second = await uploadWorker(api, 'site', CODE)
    const listed = async (page = 1) =>
      (await workers().scripts.deployments.list('site', { account_id, page })).result
    expect(await listed()).toMatchObject({ deployments: [{ versions: [{ version_id: first }] }] })
    for (let number = 0; number < 10; number++) await deploy(number % 2 === 0 ? second : first)
    await deploy(second)
    const newest = await listed()
    expect(newest).toMatchObject({
      deployments: [{ versions: [{ version_id: second }] }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    })
    expect(await listed(2)).toMatchObject({ deployments: [{}, { versions: [{ version_id: first }] }] })
  })

  it('take a version that is there, and none that is too old', async () => {
    const oldest = await uploadWorker(api, 'site', CODE)
    await expect(deploy('0')).rejects.toMatchObject({ status: 400 })
    for (let number = 0; number < 99; number++) await uploadWorker(api, 'site', CODE)
    await deploy(oldest)
    await uploadWorker(api, 'site', CODE)
    await expect(deploy(oldest)).rejects.toMatchObject({ status: 400 })
  })
})
