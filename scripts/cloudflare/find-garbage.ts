import type { Instant } from '../../src/model/instant.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { UsageError } from '../command-line.ts'
import type { Account } from './account.ts'
import { storedPacks } from './built-release.ts'
import { listDeployed, listVersions, readVersion, type WorkerVersion } from './deployed-versions.ts'
import type { PackNamespace, StoredPack } from './pack-namespace.ts'

/** What is kept beside what the deployments need that Cloudflare lists. */
export interface Keeping {
  /** The packs of so many of the newest versions. */
  readonly versions: number
  /** The packs of all versions since, and all that were stored since: one of them may be about to be deployed. */
  readonly since: Instant
}

/** The versions of a Worker whose packs are kept. */
export interface KeptVersions {
  readonly ids: readonly string[]
  /** Another one, where anything was uploaded or deployed meanwhile. */
  readonly state: string
}

/** Finds the versions that may be live, or be gone back to. */
export async function findKept(account: Account, worker: string, keeping: Keeping): Promise<KeptVersions> {
  const versions = await listVersions(account, worker)
  const deployed = await listDeployed(account, worker)
  const isKept = ({ created }: WorkerVersion, index: number): boolean =>
    index < keeping.versions || created >= keeping.since
  const ids = [...new Set([...deployed, ...versions.filter(isKept).map(({ id }) => id)])]
  return { ids, state: JSON.stringify([deployed, versions.map(({ id }) => id)]) }
}

/**
 * The packs that none of the kept versions needs and that have been stored long enough, sorted. Throws a UsageError where a
 * version cannot be read: then it cannot be told what it needs.
 */
export async function findGarbage(
  account: Account,
  worker: string,
  namespace: PackNamespace,
  { ids }: KeptVersions,
  { since }: Keeping,
): Promise<readonly PackKey[]> {
  const needed = new Set<PackKey>()
  for (const id of ids) for (const key of await readNeeds(account, worker, id)) needed.add(key)
  const isOld = ({ stored }: StoredPack): boolean => stored === undefined || stored < since
  const packs = (await namespace.list()).filter((pack) => isOld(pack) && !needed.has(pack.key))
  return packs.map(({ key }) => key).sort()
}

async function readNeeds(account: Account, worker: string, version: string): Promise<readonly PackKey[]> {
  try {
    const deployed = await readVersion(account, worker, version)
    return deployed ? storedPacks(deployed) : []
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    const message = `Version ${version} is of a format that cannot be read, so what it needs cannot be told. Nothing is deleted until it is no longer listed`
    throw new UsageError(message, { cause })
  }
}
