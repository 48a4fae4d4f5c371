import type { Instant } from '../../model/instant.ts'
import type { PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import type { Account } from './account.ts'
import { storedPacks } from './built-release.ts'
import { listDeployed, listVersions, readVersion, type WorkerVersion } from './deployed-versions.ts'
import { findStorage } from './find-storage.ts'
import type { PackStorage, StoredPack } from './pack-storage.ts'
import { allEnvironments, type WorkerConfig } from './wrangler-config.ts'

/** Which packs to keep, besides those that the listed deployments need. */
export interface Retention {
  /** How many of the newest versions keep their packs. */
  readonly versions: number
  /**
   * All versions since then keep their packs, and so do all packs stored since then: a deployment may be about to need
   * them.
   */
  readonly since: Instant
}

/** The versions whose packs are kept. */
export interface KeptVersions {
  readonly versions: readonly { readonly worker: string; readonly id: string }[]
  /** Changes with each upload and each deployment. */
  readonly state: string
}

/**
 * Finds the Workers that read a storage, among all environments of wrangler.toml. Throws a UsageError if Cloudflare
 * refuses.
 */
export async function findReaders(
  account: Account,
  config: WorkerConfig,
  storage: PackStorage,
): Promise<readonly string[]> {
  const readers: string[] = []
  for (const each of allEnvironments(config)) {
    if ((await findStorage(account, each))?.id === storage.id) readers.push(each.worker)
  }
  return readers
}

/**
 * Finds the versions of Workers that are live or may become live again. Throws a UsageError if a Worker does not exist: its
 * name is then probably wrong.
 */
export async function findKept(
  account: Account,
  workers: readonly string[],
  retention: Retention,
): Promise<KeptVersions> {
  const kept = []
  const state = []
  for (const worker of workers) {
    const versions = await listVersions(account, worker)
    const deployed = await listDeployed(account, worker)
    if (deployed.length === 0) {
      throw new UsageError(
        `No Worker ${worker} is deployed in this account, so the packs that it needs are unknown. Nothing is deleted. Check its name in wrangler.toml`,
      )
    }
    const isKept = ({ created }: WorkerVersion, index: number): boolean =>
      index < retention.versions || created >= retention.since
    const ids = new Set([...deployed, ...versions.filter(isKept).map(({ id }) => id)])
    kept.push(...[...ids].map((id) => ({ worker, id })))
    state.push([worker, deployed, versions.map(({ id }) => id)])
  }
  return { versions: kept, state: JSON.stringify(state) }
}

/**
 * Finds the packs that no kept version needs and that are old enough. They are sorted. Throws a UsageError if a version
 * cannot be read, because its needs are unknown.
 */
export async function findGarbage(
  account: Account,
  storage: PackStorage,
  { versions }: KeptVersions,
  { since }: Retention,
): Promise<readonly PackKey[]> {
  const needed = new Set<PackKey>()
  for (const { worker, id } of versions) {
    for (const key of await readNeeds(account, worker, id)) needed.add(key)
  }
  const isOld = ({ stored }: StoredPack): boolean => stored === undefined || stored < since
  const packs = (await storage.list()).filter((pack) => isOld(pack) && !needed.has(pack.key))
  return packs.map(({ key }) => key).sort()
}

async function readNeeds(account: Account, worker: string, version: string): Promise<readonly PackKey[]> {
  try {
    const deployed = await readVersion(account, worker, version)
    return deployed ? storedPacks(deployed) : []
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    const message = `Version ${version} has a format that cannot be read, so the packs that it needs are unknown. Nothing is deleted as long as Cloudflare lists it`
    throw new UsageError(message, { cause })
  }
}
