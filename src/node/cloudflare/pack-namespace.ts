import { z } from 'zod'
import type { Pack, PackKey } from '../../model/pack.ts'
import { isPackKey } from '../../model/pack.ts'
import type { Account } from './account.ts'
import { askApi, isNotFound } from './ask-api.ts'
import type { PackStorage, StoredPack } from './pack-storage.ts'

/** The most keys that the API gives in one page. */
const PAGE = 1000

const metadataSchema = z.object({ stored: z.iso.datetime() })
const bulkSchema = z.object({
  successful_key_count: z.number().optional(),
  unsuccessful_keys: z.array(z.string()).optional(),
})

/** A namespace of Workers KV as the storage of a Worker's packs. */
export class PackNamespace implements PackStorage {
  readonly #account: Account
  readonly #id: string

  constructor(account: Account, id: string) {
    this.#account = account
    this.#id = id
  }

  get id(): string {
    return this.#id
  }

  async list(): Promise<readonly StoredPack[]> {
    const { client, id } = this.#account
    const packs: StoredPack[] = []
    const listing = (async () => {
      for await (const { name, metadata } of client.kv.namespaces.keys.list(this.#id, {
        account_id: id,
        limit: PAGE,
      })) {
        const stored = metadataSchema.safeParse(metadata).data?.stored
        if (isPackKey(name)) packs.push({ key: name, ...(stored && { stored: Date.parse(stored) }) })
      }
    })()
    await askApi('list the packs that are stored', listing)
    return packs
  }

  async write(packs: readonly Pack[], stored: string): Promise<readonly PackKey[]> {
    const body = packs.map(({ key, bytes }) => ({
      key,
      value: Buffer.from(bytes).toString('base64'),
      base64: true,
      metadata: { stored },
    }))
    const { client, id } = this.#account
    const writing = client.kv.namespaces.bulkUpdate(this.#id, { account_id: id, body })
    return failedKeys(await askApi('store packs', writing))
  }

  read(key: PackKey): Promise<Uint8Array | undefined> {
    return this.#get(key)
  }

  async #get(key: string): Promise<Uint8Array | undefined> {
    const { client, id } = this.#account
    const reading = client.kv.namespaces.values.get(key, { account_id: id, namespace_id: this.#id })
    const response = await askApi(
      'read a pack',
      reading.catch((cause: unknown) => (isNotFound(cause) ? undefined : Promise.reject(cause))),
    )
    return response && new Uint8Array(await response.arrayBuffer())
  }

  async readNote(name: string): Promise<string | undefined> {
    const bytes = await this.#get(name)
    return bytes && new TextDecoder().decode(bytes)
  }

  async writeNote(name: string, text: string): Promise<void> {
    const { client, id } = this.#account
    const writing = client.kv.namespaces.bulkUpdate(this.#id, {
      account_id: id,
      body: [{ key: name, value: text }],
    })
    await askApi('store a note', writing)
  }

  async delete(keys: readonly PackKey[]): Promise<readonly PackKey[]> {
    const { client, id } = this.#account
    const deleting = client.kv.namespaces.bulkDelete(this.#id, { account_id: id, body: [...keys] })
    return failedKeys(await askApi('delete packs', deleting))
  }
}

function failedKeys(result: unknown): readonly PackKey[] {
  return (bulkSchema.safeParse(result).data?.unsuccessful_keys ?? []).filter(isPackKey)
}
