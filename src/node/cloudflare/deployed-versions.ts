import { z } from 'zod'
import { type CarriedLedger, decodeLedgerModule } from '../../bundle/ledger-module.ts'
import type { Account } from './account.ts'
import { askApi, isNotFound } from './ask-api.ts'
import { type DeployableRelease, decodeDeployable } from './built-release.ts'

/** An uploaded version of a Worker. */
export interface WorkerVersion {
  readonly id: string
  /** When it was uploaded, in milliseconds since 1970. */
  readonly created: number
}

const versionSchema = z.looseObject({ id: z.string(), created_on: z.iso.datetime({ offset: true }) })
const deploymentsSchema = z.object({
  deployments: z.array(
    z.looseObject({ versions: z.array(z.looseObject({ version_id: z.string(), percentage: z.number() })) }),
  ),
})
const modulesSchema = z.object({
  modules: z.array(z.object({ name: z.string(), content_base64: z.base64() })),
})

/**
 * Lists all versions of a Worker that Cloudflare has, the newest first. The list is empty if there is no such Worker.
 * Throws a UsageError if Cloudflare refuses.
 */
export async function listVersions(
  { client, id }: Account,
  worker: string,
): Promise<readonly WorkerVersion[]> {
  const listing = (async () => {
    const versions: WorkerVersion[] = []
    const pages = client.workers.beta.workers.versions.list(worker, { account_id: id, per_page: 100 })
    for await (const version of pages) {
      const { id: versionId, created_on } = versionSchema.parse(version)
      versions.push({ id: versionId, created: Date.parse(created_on) })
    }
    return versions.sort((a, b) => b.created - a.created)
  })()
  return noneIfAbsent('list the versions of the Worker', listing)
}

/**
 * Lists the versions of the deployments that Cloudflare remembers, the live one first. A rollback can choose each of them.
 * The list is empty if there is no such Worker. Throws a UsageError if Cloudflare refuses.
 */
export async function listDeployed({ client, id }: Account, worker: string): Promise<readonly string[]> {
  const listing = (async () => {
    // The answer is a single page, and has no items in which the client could look for more.
    const { result } = await client.workers.scripts.deployments.list(worker, { account_id: id })
    const { deployments } = deploymentsSchema.parse(result)
    return [...new Set(deployments.flatMap(({ versions }) => versions.map(({ version_id }) => version_id)))]
  })()
  return noneIfAbsent('list the deployments of the Worker', listing)
}

/**
 * Reads the release that a version of a Worker serves from the version's own modules. Gives undefined if the version is not
 * one of Strillone. Throws a RangeError if its format cannot be read, and a UsageError if Cloudflare refuses.
 */
export async function readVersion(
  account: Account,
  worker: string,
  version: string,
): Promise<DeployableRelease | undefined> {
  const module = await readModules(account, worker, version)
  const [release, embedded, carried] = [module('release.bin'), module('hot.bin'), module('ledger.bin')]
  if (release === undefined || embedded === undefined) return undefined
  const ledger = carried && decodeLedgerModule(carried).ledger
  return { ...decodeDeployable(release, embedded), ...(ledger && { ledger }) }
}

/**
 * Reads the ledger that a version carries, whatever the format of its release. Resolves to undefined if the version has
 * none. Throws a RangeError if its format cannot be read, and a UsageError if Cloudflare refuses.
 */
export async function readVersionLedger(
  account: Account,
  worker: string,
  version: string,
): Promise<CarriedLedger | undefined> {
  const carried = (await readModules(account, worker, version))('ledger.bin')
  return carried && decodeLedgerModule(carried).ledger
}

/** Reads the modules of a version. Resolves to a function that finds a module by the end of its name. */
async function readModules({ client, id }: Account, worker: string, version: string) {
  const asking = client.workers.beta.workers.versions.get(version, {
    account_id: id,
    worker_id: worker,
    include: 'modules',
  })
  const { modules } = modulesSchema.parse(await askApi(`read version ${version} of the Worker`, asking))
  if (modules.length === 0) throw new RangeError(`Version ${version} is given back without its modules`)
  return (name: string): Buffer | undefined => {
    const module = modules.find((each) => each.name.endsWith(name))
    return module && Buffer.from(module.content_base64, 'base64')
  }
}

async function noneIfAbsent<T>(what: string, asking: Promise<readonly T[]>): Promise<readonly T[]> {
  const settled = asking.catch((cause: unknown) => (isNotFound(cause) ? [] : Promise.reject(cause)))
  return askApi(what, settled)
}
