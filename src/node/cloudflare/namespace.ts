import { z } from 'zod'
import type { Account } from './account.ts'
import { askApi, isNotFound } from './ask-api.ts'
import { PackNamespace } from './pack-namespace.ts'
import type { PackStorages } from './pack-storage.ts'

const bindingsSchema = z.object({
  bindings: z
    .array(z.looseObject({ name: z.string(), type: z.string(), namespace_id: z.string().optional() }))
    .optional(),
})

/** Namespaces of Workers KV as storages of packs. */
export const keyValueNamespaces: PackStorages = {
  /**
   * Finds the namespace in wrangler.toml, or else the one that the live Worker is bound to, or else one with the title that
   * wrangler would give. An earlier first deployment may have left that one behind.
   */
  async find(account, worker, named) {
    const id = named ?? (await findBound(account, worker)) ?? (await findTitled(account, worker))
    return id === undefined ? undefined : new PackNamespace(account, id)
  },

  /** Makes a namespace with the title that wrangler would give it. */
  async create(account, worker) {
    const title = titleOf(worker)
    const making = account.client.kv.namespaces.create({ account_id: account.id, title })
    return new PackNamespace(account, (await askApi(`make the namespace ${title}`, making)).id)
  },
}

async function findBound({ client, id }: Account, worker: string): Promise<string | undefined> {
  try {
    const asking = client.workers.scripts.scriptAndVersionSettings.get(worker, { account_id: id })
    const { bindings = [] } = bindingsSchema.parse(await asking)
    return bindings.find(({ name, type }) => name === 'PACKS' && type === 'kv_namespace')?.namespace_id
  } catch (cause) {
    if (isNotFound(cause)) return undefined
    return askApi(`read the settings of ${worker}`, Promise.reject(cause))
  }
}

async function findTitled({ client, id }: Account, worker: string): Promise<string | undefined> {
  const title = titleOf(worker)
  const looking = (async () => {
    for await (const namespace of client.kv.namespaces.list({ account_id: id, per_page: 100 })) {
      if (namespace.title === title) return namespace.id
    }
    return undefined
  })()
  return askApi('list the namespaces', looking)
}

function titleOf(worker: string): string {
  return `${worker}-packs`
}
