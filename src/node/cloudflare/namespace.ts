import { z } from 'zod'
import type { Account } from './account.ts'
import { askApi, isNotFound } from './ask-api.ts'
import { PackNamespace } from './pack-namespace.ts'
import type { WorkerConfig } from './wrangler-config.ts'

const bindingsSchema = z.object({
  bindings: z
    .array(z.looseObject({ name: z.string(), type: z.string(), namespace_id: z.string().optional() }))
    .optional(),
})

/**
 * The namespace in which the packs of a Worker are: the one in wrangler.toml, or the one that is bound to the
 * Worker as it runs, or the one of the name that wrangler gives it, which an earlier first deployment may have left behind. None
 * where there is none.
 */
export async function findNamespace(
  account: Account,
  config: WorkerConfig,
): Promise<PackNamespace | undefined> {
  const id = config.namespaceId ?? (await findBound(account, config)) ?? (await findTitled(account, config))
  return id === undefined ? undefined : new PackNamespace(account, id)
}

/** Makes the namespace under the name that wrangler would give it. */
export async function createNamespace(account: Account, config: WorkerConfig): Promise<PackNamespace> {
  const title = titleOf(config)
  const making = account.client.kv.namespaces.create({ account_id: account.id, title })
  return new PackNamespace(account, (await askApi(`make the namespace ${title}`, making)).id)
}

async function findBound({ client, id }: Account, { worker }: WorkerConfig): Promise<string | undefined> {
  try {
    const asking = client.workers.scripts.scriptAndVersionSettings.get(worker, { account_id: id })
    const { bindings = [] } = bindingsSchema.parse(await asking)
    return bindings.find(({ name, type }) => name === 'PACKS' && type === 'kv_namespace')?.namespace_id
  } catch (cause) {
    if (isNotFound(cause)) return undefined
    return askApi(`read the settings of ${worker}`, Promise.reject(cause))
  }
}

async function findTitled({ client, id }: Account, config: WorkerConfig): Promise<string | undefined> {
  const title = titleOf(config)
  const looking = (async () => {
    for await (const namespace of client.kv.namespaces.list({ account_id: id, per_page: 100 })) {
      if (namespace.title === title) return namespace.id
    }
    return undefined
  })()
  return askApi('list the namespaces', looking)
}

function titleOf({ worker }: WorkerConfig): string {
  return `${worker}-packs`
}
