import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import type { Account } from './account.ts'
import { listDeployed, readVersionLedger } from './deployed-versions.ts'
import type { PackStorage } from './pack-storage.ts'
import { isWhole } from './stored-value.ts'

/** The ledgers of deployed versions, and the ids of all these versions, the newest deployment first. */
export interface DeployedLedgers extends LiveLedgers {
  readonly deployed: readonly string[]
}

/** The ledger of one version. It has no bytes in a preview, and in versions that an older Strillone has deployed. */
interface VersionLedger {
  readonly merged: readonly string[]
  readonly bytes?: Uint8Array
}

/**
 * Reads the ledgers of the deployed versions. It skips a version whose ledger another version has merged, so usually it
 * reads one. If a ledger cannot be read, it prints a warning, and the next deployment tries again. Throws a UsageError if
 * Cloudflare does not list the deployments.
 */
export async function readLiveLedgers(
  account: Account,
  worker: string,
  storage: PackStorage | undefined,
): Promise<DeployedLedgers> {
  const deployed = await listDeployed(account, worker)
  const merged = new Set<string>()
  const read: (VersionLedger & { readonly version: string })[] = []
  for (const version of deployed) {
    if (merged.has(version)) continue
    const found = await readLedger(account, worker, version, storage)
    if (found === undefined) continue
    for (const known of [version, ...found.merged]) merged.add(known)
    read.push({ version, ...found })
  }
  // After a rollback, the live version comes first, although a newer version may have merged it.
  const depth = ({ version }: { readonly version: string }) =>
    read.filter((other) => other.merged.includes(version)).length
  return {
    isLive: deployed.length > 0,
    merged: deployed.filter((each) => merged.has(each)),
    ledgers: read.toSorted((a, b) => depth(a) - depth(b)).flatMap(({ bytes }) => bytes ?? []),
    deployed,
  }
}

async function readLedger(
  account: Account,
  worker: string,
  version: string,
  storage: PackStorage | undefined,
): Promise<VersionLedger | undefined> {
  try {
    const ledger = await readVersionLedger(account, worker, version)
    if (ledger === undefined) return { merged: [] }
    const { key, merged } = ledger
    const bytes = ledger.bytes ?? (await storage?.read(key))
    if (bytes === undefined || !isWhole({ key, bytes })) throw new RangeError('it is not stored as it was')
    return { merged, bytes }
  } catch (cause) {
    if (!(cause instanceof UsageError || cause instanceof RangeError)) throw cause
    printError(`warning The ledger of version ${version} cannot be read: ${cause.message}`)
    return undefined
  }
}
