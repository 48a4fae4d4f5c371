import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import type { UploadedVersion } from './deploy-version.ts'
import type { DeployedLedgers } from './read-live-ledgers.ts'

/** The steps of a deployment. During each step, other deployments may happen. */
export interface DeploymentSteps<Built> {
  /** Reads the ledgers of the live versions. */
  readonly readLive: () => Promise<DeployedLedgers>
  /** Builds the site with these ledgers. */
  readonly build: (live: DeployedLedgers) => Promise<Built>
  /** Runs `use` while no other build on this machine changes the bundle. */
  readonly hold: <T>(built: Built, use: () => Promise<T>) => Promise<T>
  /** Stores the packs that the storage lacks. */
  readonly store: (built: Built) => Promise<void>
  /** Lists the deployed versions, the newest deployment first. */
  readonly listDeployed: () => Promise<readonly string[]>
  /** Makes the build live. Resolves to undefined if that fails. */
  readonly upload: (built: Built) => Promise<UploadedVersion | undefined>
  /** Writes the deployed ledger to the folder of articles. */
  readonly keep: (built: Built) => Promise<void>
}

/** The result of a deployment. */
export interface Deployed<Built> {
  readonly built: Built
  /** The ledgers and versions before the deployment. */
  readonly live: DeployedLedgers
  /** Absent if the upload failed. */
  readonly version?: UploadedVersion
  /** Whether another deployment has already replaced this one. */
  readonly isReplaced: boolean
}

/** The most builds of one deployment. It builds again after each deployment of somebody else. */
const MOST_ATTEMPTS = 5

/**
 * Builds the site and makes it live. If a version went live in the meantime that the build did not read, it starts again. So
 * the version that is live at the end has merged the ledgers of all earlier versions. Throws a UsageError if there is
 * another deployment during every attempt.
 */
export async function deployNewest<Built>(steps: DeploymentSteps<Built>): Promise<Deployed<Built>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const live = await steps.readLive()
    const built = await steps.build(live)
    const { version, place } = await steps.hold(built, () => makeLive(steps, built, live.deployed))
    if (version !== undefined) await steps.keep(built)
    if (place !== 'unknowing')
      return { built, live, ...(version && { version }), isReplaced: place === 'replaced' }
    print('Another deployment went live meanwhile. This one begins anew, with the ledger of that one')
  }
  throw new UsageError('Others deploy this site at the same time. Run this again once they have ended')
}

/** The result of one attempt to make a build live. */
interface MadeLive {
  readonly version?: UploadedVersion
  /**
   * `newest`: it has merged all deployed versions. `unknowing`: it has not. `replaced`: another version, which may have
   * merged it, is live now.
   */
  readonly place: 'newest' | 'unknowing' | 'replaced'
}

/**
 * Makes a build live, and checks for other deployments before and after that. Cloudflare has no conditional deployment. If
 * two deployments run at once, the later one sees the other, and starts again.
 */
async function makeLive<Built>(
  { store, listDeployed, upload }: DeploymentSteps<Built>,
  built: Built,
  seen: readonly string[],
): Promise<MadeLive> {
  const isKnown = (own?: string) => (version: string) => version === own || seen.includes(version)
  await store(built)
  if (!(await listDeployed()).every(isKnown())) return { place: 'unknowing' }
  const version = await upload(built)
  if (version === undefined) return { place: 'newest' }
  // `gc` may have deleted packs in the meantime that no earlier deployment needed.
  await store(built)
  const deployed = await listDeployed()
  // Without its id, this version cannot be distinguished from others.
  if (version.id === undefined || deployed.every(isKnown(version.id))) return { version, place: 'newest' }
  return { version, place: deployed[0] === version.id ? 'unknowing' : 'replaced' }
}
