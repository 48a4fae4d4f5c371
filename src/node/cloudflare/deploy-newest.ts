import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import type { UploadedVersion } from './deploy-version.ts'
import type { DeployedLedgers } from './read-live-ledgers.ts'

/** The steps of a deployment, each of which may take as long as it likes while others deploy, too. */
export interface DeploymentSteps<Built> {
  /** Reads the ledgers of what is live. */
  readonly readLive: () => Promise<DeployedLedgers>
  /** Builds with them. */
  readonly build: (live: DeployedLedgers) => Promise<Built>
  /** Does something while nothing else is built here. */
  readonly hold: <T>(built: Built, use: () => Promise<T>) => Promise<T>
  /** Stores what is missing. */
  readonly store: (built: Built) => Promise<void>
  /** Lists the versions that are or were live, that of the newest deployment first. */
  readonly listDeployed: () => Promise<readonly string[]>
  /** Makes it live. Resolves to nothing where it did not succeed. */
  readonly upload: (built: Built) => Promise<UploadedVersion | undefined>
  /** Keeps the ledger of what is live. */
  readonly keep: (built: Built) => Promise<void>
}

/** What a deployment ended with. */
export interface Deployed<Built> {
  readonly built: Built
  /** What was live before. */
  readonly live: DeployedLedgers
  /** Absent where it did not succeed. */
  readonly version?: UploadedVersion
  /** Whether another deployment has taken its place already. */
  readonly isReplaced: boolean
}

/** How often it is built because others have deployed meanwhile. */
const MOST_ATTEMPTS = 5

/**
 * Builds and makes live, and begins anew where a version went live that the build did not know: so what is live in the end has
 * the ledgers of all before it. Throws a UsageError where others never cease.
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

/** What came of making a build live, and how it stands to the versions that went live meanwhile. */
interface MadeLive {
  readonly version?: UploadedVersion
  /** It knows all before it; it does not; another, which may know it, has taken its place. */
  readonly place: 'newest' | 'unknowing' | 'replaced'
}

/**
 * Cloudflare has no deployment that depends on the one before. So it is looked before, and once more afterwards: of two
 * deployments at once the later one sees the other, and begins anew.
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
  // A `gc` may have deleted packs meanwhile that no earlier deployment needed.
  await store(built)
  const deployed = await listDeployed()
  // Without its id, a version cannot be told from another's.
  if (version.id === undefined || deployed.every(isKnown(version.id))) return { version, place: 'newest' }
  return { version, place: deployed[0] === version.id ? 'unknowing' : 'replaced' }
}
