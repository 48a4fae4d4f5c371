import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { readNow } from '../cli/read-moment.ts'
import type { ReadLedger } from '../files/ledger-file.ts'
import { handOver, type LiveLedgers } from '../files/live-ledgers.ts'
import { verifyLive } from '../live/verify-live.ts'
import { openAccount } from './account.ts'
import { articlesFolder } from './articles-folder.ts'
import { type DeployableRelease, readBuiltRelease } from './built-release.ts'
import { environmentOptions } from './deploy-config-file.ts'
import { deployNewest } from './deploy-newest.ts'
import type { Destination } from './deploy-version.ts'
import { uploadVersion } from './deploy-version.ts'
import { listDeployed } from './deployed-versions.ts'
import { createStorage, findStorage } from './find-storage.ts'
import { holdBundle } from './hold-bundle.ts'
import { keepLedger, readKeptLedger } from './keep-ledger.ts'
import { readLiveLedgers } from './read-live-ledgers.ts'
import { type PushPlan, renderBeyondFree, renderPlan } from './render-plan.ts'
import { runBuildCommand } from './run-build-command.ts'
import { serveBuilt } from './served-releases.ts'
import { planRelease, storeRelease } from './store-release.ts'
import { tellHubs } from './tell-hubs.ts'
import { readWorkerConfig, type WorkerConfig } from './wrangler-config.ts'

/** What is deployed, and how. */
export interface DeployOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** The folder of articles, where it is not the one that wrangler.toml has built. */
  readonly seeds: string | undefined
  /** Publishes what the build would stop at. */
  readonly accept: boolean
  /** How long the live site may take to show what is deployed. */
  readonly patienceSeconds: number
}

/**
 * Builds with the ledger of what is live, stores the missing packs, deploys, keeps the ledger, checks the live site, and pings
 * its hubs. It begins anew where another deployment that it has not seen went live meanwhile. Throws a UsageError if a step
 * fails: the error says what is live then.
 */
export async function deploySite({ env, seeds: named, accept, patienceSeconds }: DeployOptions) {
  const config = await readWorkerConfig(env)
  const account = await openAccount(config.accountId)
  const seeds = articlesFolder(config, named)
  const found = () => findStorage(account, config)
  const { built, live, version, isReplaced } = await deployNewest<BuiltForDeployment>({
    readLive: async () => readLiveLedgers(account, config.worker, await found()),
    build: async (known) => {
      const kept = await readKeptLedger(seeds)
      const release = await buildRelease(config, known, { accept, seeds: named })
      const storage = await found()
      printPlan(await planRelease(release, storage))
      return { release, kept, account, config, storage: storage ?? (await createStorage(account, config)) }
    },
    hold: ({ release }, use) => holdBundle(release, use),
    store: ({ release, storage }) => storeRelease(release, storage),
    listDeployed: () => listDeployed(account, config.worker),
    upload: ({ release, ...destination }) => uploadVersion(['deploy'], release, destination),
    keep: ({ release, kept }) => keepLedger(seeds, release.ledger, kept),
  })
  const [before] = live.deployed
  if (version === undefined) throw new UsageError(await renderUnfinished(before, built))
  if (isReplaced) return print('It is deployed, and another deployment has taken its place already')
  await lookAtLive(built, { version: version.id, before, patienceSeconds })
}

/** What was built, where it goes, and what the ledger beside the articles was. */
interface BuiltForDeployment extends Destination {
  readonly release: DeployableRelease
  readonly kept: ReadLedger
}

/** What a build is told. */
interface BuildTold {
  readonly accept: boolean
  readonly seeds: string | undefined
}

/** Has the build command build with the ledgers of what is live. Throws a UsageError where nothing can be deployed then. */
export async function buildRelease(
  config: WorkerConfig,
  live: LiveLedgers,
  told: BuildTold,
): Promise<DeployableRelease> {
  const isBuilt = await handOver(DEFAULT_OUT, live, (path) =>
    runBuildCommand(config, { ...told, live: path }),
  )
  if (!isBuilt) throw new UsageError('Nothing is deployed: the build did not succeed')
  const built = await readBuiltRelease(DEFAULT_OUT)
  if (built.release.preview && config.environment === undefined) {
    throw new UsageError('Nothing is deployed: the build made a preview. Take --preview out of its command')
  }
  return built
}

/** The versions before and after, and how long the live site may take. */
interface Arrival {
  readonly version: string | undefined
  readonly before: string | undefined
  readonly patienceSeconds: number
}

/** Waits until the live site is as it was built, and tells its hubs. */
async function lookAtLive(
  { release, kept: _, ...destination }: BuiltForDeployment,
  { version, before, patienceSeconds }: Arrival,
): Promise<void> {
  const serve = () => serveBuilt(release, readNow())
  const reason = await verifyLive(serve, {
    patienceMilliseconds: patienceSeconds * 1000,
    onWaiting: (why) => printError(`Waiting for the deployment to arrive: ${why}`),
  })
  if (reason !== undefined) {
    const wrong = `It is deployed, but the live site is not as it was built: ${reason}`
    throw new UsageError(
      `${wrong}. ${renderWayBack(before, destination.config)}. npm run doctor looks further`,
    )
  }
  print(`${release.release.siteUrl} serves release ${release.release.id}`)
  if (version !== undefined && hasHubs(release))
    await tellHubs({ id: version, served: serve(), ...destination })
}

/** Prints what storing a release comes to. */
export function printPlan(plan: PushPlan): void {
  print(renderPlan(plan), ...renderBeyondFree(plan))
}

/** Whether hubs get a ping. A preview has no subscribers. */
function hasHubs({ release }: DeployableRelease): boolean {
  return release.hubs.length > 0 && !release.preview
}

/** Wrangler printed why it failed, but not whether its last step was done by then. */
async function renderUnfinished(
  before: string | undefined,
  { account, config }: Destination,
): Promise<string> {
  const [now] = await listDeployed(account, config.worker)
  if (now === before) return 'Not deployed: wrangler has said why. What was live before still is'
  const wrong = 'It is deployed, but wrangler did not finish, and has said why. Mend that and run this again'
  return `${wrong}. ${renderWayBack(before, config)}`
}

function renderWayBack(before: string | undefined, config: WorkerConfig): string {
  if (before === undefined) return 'It is the first deployment, so there is no way back'
  return `To go back: ${['npx wrangler rollback', before, ...environmentOptions(config)].join(' ')}`
}
