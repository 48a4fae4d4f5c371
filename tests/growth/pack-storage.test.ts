import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeEmbedded } from '../../src/bundle/embedded-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import { formatRfc3339 } from '../../src/model/instant.ts'
import { type Account, openAccount } from '../../src/node/cloudflare/account.ts'
import { decodeDeployable, storedPacks } from '../../src/node/cloudflare/built-release.ts'
import { collectGarbage } from '../../src/node/cloudflare/collect-garbage.ts'
import { createStorage, findStorage } from '../../src/node/cloudflare/find-storage.ts'
import type { PackStorage } from '../../src/node/cloudflare/pack-storage.ts'
import { findLacking, pushPacks } from '../../src/node/cloudflare/push-packs.ts'
import { serveVersion } from '../../src/node/cloudflare/served-releases.ts'
import {
  readWorkerConfig,
  renderDeployConfig,
  type WorkerConfig,
} from '../../src/node/cloudflare/wrangler-config.ts'
import { type CloudflareApi, startCloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { uploadWorker } from '../cloudflare/upload-worker.ts'
import { BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { memoryStorages } from '../support/memory-storages.ts'
import { describePackStorage } from '../support/pack-storage-contract.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/*
 * A storage for packs is added as a newcomer would, a file and a row, and packs are pushed to it, served from it and collected in
 * it. Only the login, which wrangler keeps, is given.
 */

const TOKEN = 'a-token-of-the-test'

vi.mock('../../src/node/cloudflare/pack-storages.ts', async (importOriginal) => {
  const { STORAGE_KINDS } =
    await importOriginal<typeof import('../../src/node/cloudflare/pack-storages.ts')>()
  const { memoryStorages } = await import('../support/memory-storages.ts')
  const storages = memoryStorages()
  return { STORAGE_KINDS: { ...STORAGE_KINDS, memories: { idKey: 'memory', load: async () => storages } } }
})

vi.mock('../../src/node/cloudflare/run-wrangler.ts', () => ({
  askWrangler: async () => JSON.stringify({ type: 'api_token', token: TOKEN }),
}))

let api: CloudflareApi
let config: WorkerConfig
let account: Account
const home = process.cwd()

beforeEach(async () => {
  api = await startCloudflareApi(TOKEN)
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', api.baseUrl)
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'wrangler.toml'),
    `name = "news"\naccount_id = "${api.account.id}"\n[[memories]]\nbinding = "PACKS"\nsize = 7\n`,
  )
  process.chdir(folder)
  config = await readWorkerConfig()
  account = await openAccount(config.accountId)
})

afterEach(async () => {
  process.chdir(home)
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await api.close()
})

/** Publishes so many articles, pushes what the storage lacks, and uploads the version. Gives its id and what it needs. */
async function deploy(articles: number, storage: PackStorage) {
  const numbered = Array.from({ length: articles }, (_, number) => aNumberedArticle(number))
  const bundle = await publishInMemory(aPublication(numbered), { at: BUILT_AT, hotBytes: 0 })
  const embedded = encodeEmbedded(bundle.embedded)
  const needed = storedPacks(decodeDeployable(bundle.release, embedded))
  const packs = new Map(bundle.packs.map(({ key, bytes }) => [key, bytes]))
  await pushPacks(storage, await findLacking(storage, needed), {
    read: async (key) => packs.get(key) ?? new Uint8Array(),
    stored: formatRfc3339(BUILT_AT),
    onStored: () => undefined,
    pauseMilliseconds: 1,
  })
  const data = { 'release.bin': Uint8Array.from(bundle.release), 'hot.bin': Uint8Array.from(embedded) }
  return { id: await uploadWorker(api, 'news', 'export default {}', [], data), needed }
}

describePackStorage('memoryStorages', async () => ({ account, storages: memoryStorages() }))

describe('a storage that is added', () => {
  it('is bound where wrangler.toml binds it', async () => {
    expect(await findStorage(account, config)).toBeUndefined()
    const { id } = await createStorage(account, config)
    expect((await findStorage(account, config))?.id).toBe(id)
    expect(JSON.parse(renderDeployConfig(config, account.id, id))).toEqual({
      name: 'news',
      account_id: account.id,
      memories: [{ binding: 'PACKS', size: 7, memory: id }],
    })
  })

  it('serves what is pushed to it, and loses what no version needs', async () => {
    const storage = await createStorage(account, config)
    const first = await deploy(30, storage)
    const second = await deploy(31, storage)
    const { versions } = api.account.worker('news')
    for (const [index, version] of versions.entries()) {
      versions[index] = { ...version, createdOn: `2026-01-0${index + 1}T00:00:00Z` }
    }
    api.account.worker('news').deployments.length = 0
    api.account.worker('news').deploy([{ version_id: second.id, percentage: 100 }])

    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const gone = first.needed.filter((key) => !second.needed.includes(key))
    expect(gone).not.toEqual([])
    const collecting = { env: undefined, versions: 1, days: 7 }
    await collectGarbage({ ...collecting, isMeant: false })
    expect(printed.mock.calls.flat()).toEqual(expect.arrayContaining([...gone].sort()))
    await collectGarbage({ ...collecting, isMeant: true })
    expect(printed.mock.lastCall).toEqual([`${gone.length} of ${gone.length} packs deleted`])
    expect((await storage.list()).map(({ key }) => key).sort()).toEqual([...second.needed].sort())
    expect(api.account.counters).toEqual({ writes: 0, deletes: 0, lists: 0, reads: 0 })

    const served = await serveVersion(account, config.worker, second.id, storage)
    if (served === undefined) throw new Error('The version is there')
    const app = createApp({ release: served.release, store: served.store, now: () => BUILT_AT })
    for (const pack of served.release.packs.list()) expect(await served.store.read(pack)).toBeDefined()
    expect((await app.request('/feed.json')).status).toBe(200)
  })
})
