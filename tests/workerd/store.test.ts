import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { afterAll } from 'vitest'
import { keyValueStore } from '../../src/edge/packs/key-value-store.ts'
import { embeddedStore } from '../../src/edge/packs/pack-store.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { describeStore } from '../support/store-contract.ts'

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    modules: true,
    script: 'export default { fetch: () => new Response() }',
    compatibilityDate: '2026-10-01',
    kvNamespaces: ['PACKS'],
    cf: false,
  }),
)

afterAll(() => miniflare.dispose())

/** Workers KV as the local runtime has it. */
async function namespace() {
  const packs = await miniflare.getKVNamespace('PACKS')
  for (const { name } of (await packs.list()).keys) await packs.delete(name)
  return packs
}

describeStore('keyValueStore', async () => {
  const packs = await namespace()
  return {
    store: keyValueStore({ get: (key, options) => packs.get(key, options) }),
    put: (key, bytes) => packs.put(key, bytes),
  }
})

describeStore('embeddedStore', async () => {
  const embedded = new Map<PackKey, Uint8Array>()
  return {
    store: embeddedStore(embedded, { read: async () => undefined }),
    put: async (key, bytes) => void embedded.set(key, bytes),
  }
})

describeStore('embeddedStore before keyValueStore', async () => {
  const packs = await namespace()
  const behind = keyValueStore({ get: (key, options) => packs.get(key, options) })
  return { store: embeddedStore(new Map(), behind), put: (key, bytes) => packs.put(key, bytes) }
})
