import { afterEach, vi } from 'vitest'
import { connect } from '../../src/node/cloudflare/account.ts'
import { STORAGE_KINDS } from '../../src/node/cloudflare/pack-storages.ts'
import { describePackStorage } from '../support/pack-storage-contract.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'

const apis: CloudflareApi[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(apis.splice(0).map((api) => api.close()))
})

for (const [table, { load }] of Object.entries(STORAGE_KINDS)) {
  describePackStorage(table, async () => {
    const api = await startCloudflareApi()
    apis.push(api)
    vi.stubEnv('CLOUDFLARE_API_BASE_URL', api.baseUrl)
    const client = connect({ type: 'api_token', token: api.token })
    return { account: { id: api.account.id, client }, storages: await load() }
  })
}
