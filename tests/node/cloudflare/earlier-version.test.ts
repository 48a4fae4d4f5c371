import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeEmbedded } from '../../../src/bundle/embedded-codec.ts'
import { ADDRESSES } from '../../../src/model/addresses.ts'
import { type Account, connect } from '../../../src/node/cloudflare/account.ts'
import { findGarbage, findKept } from '../../../src/node/cloudflare/find-garbage.ts'
import { PackNamespace } from '../../../src/node/cloudflare/pack-namespace.ts'
import { serveVersion } from '../../../src/node/cloudflare/served-releases.ts'
import { readTags } from '../../../src/node/live/changed-feeds.ts'
import { type CloudflareApi, startCloudflareApi } from '../../cloudflare/cloudflare-api.ts'
import { uploadWorker } from '../../cloudflare/upload-worker.ts'
import { BUILT_AT } from '../../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../../support/an-article.ts'
import { earlierBundle, type StoredBundle } from '../../support/earlier-bundle.ts'
import { publishInMemory } from '../../support/publish-in-memory.ts'

let api: CloudflareApi
let account: Account
let namespace: PackNamespace

beforeEach(async () => {
  api = await startCloudflareApi()
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', api.baseUrl)
  account = { id: api.account.id, client: connect({ type: 'api_token', token: api.token }) }
  namespace = new PackNamespace(account, api.account.createNamespace('strillone-packs').id)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await api.close()
})

/** Stores packs of long ago, and uploads a version whose release names them. Gives its id. */
async function upload(bundle: StoredBundle) {
  await namespace.write(bundle.packs, '2020-01-01T00:00:00.000Z')
  const data = {
    'release.bin': Uint8Array.from(bundle.release),
    'hot.bin': Uint8Array.from(encodeEmbedded(bundle.embedded)),
  }
  return uploadWorker(api, 'news', 'export default {}', [], data)
}

const publish = (articles: number) =>
  publishInMemory(
    aPublication(
      Array.from({ length: articles }, (_, index) => aNumberedArticle(index, { number: index + 1 })),
    ),
    { at: BUILT_AT, hotBytes: 0 },
  )

describe('a version with a release of the format before this one', () => {
  it('keeps its packs as long as it can be gone back to', async () => {
    const [earlier, now, gone] = [earlierBundle(await publish(3)), await publish(4), await publish(5)]
    await upload(earlier)
    await upload(now)
    await namespace.write(gone.packs, '2020-01-01T00:00:00.000Z')
    const retention = { versions: 2, since: BUILT_AT }
    const kept = await findKept(account, ['news'], retention)
    expect(kept.versions).toHaveLength(2)
    const garbage = await findGarbage(account, namespace, kept, retention)
    const needed = [...earlier.packs, ...now.packs].map(({ key }) => key)
    expect(garbage).toEqual(gone.packs.map(({ key }) => key).filter((key) => !needed.includes(key)))
    expect(garbage).not.toEqual([])
  })

  it('is read, so that hubs are told of what has changed since then alone', async () => {
    const bundle = await publish(3)
    const ids = [await upload(earlierBundle(bundle)), await upload(bundle)]
    const [before, after] = await Promise.all(
      ids.map(async (id) => {
        const served = await serveVersion(account, 'news', id, namespace)
        return served && readTags(served, ADDRESSES.feed.stem)
      }),
    )
    expect(before?.size).toBe(3)
    expect(before).toEqual(after)
  })
})
