import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces'
import { Workers } from 'cloudflare/resources/workers/workers'
import { createClient } from 'cloudflare/tree-shakable'
import type { CloudflareApi } from './cloudflare-api.ts'

/** All that is on the pages of a list. */
export async function collect<Item>(pages: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const item of pages) items.push(item)
  return items
}

/** Cloudflare's own client, which tries each thing once. */
export function connect(api: CloudflareApi, token = api.token) {
  return createClient({
    resources: [Namespaces, Workers],
    apiToken: token,
    baseURL: api.baseUrl,
    maxRetries: 0,
  })
}
