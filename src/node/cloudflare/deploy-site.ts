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

/** The options of a deployment. */
export interface DeployOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** The folder of articles, if it is not the one in the build command of wrangler.toml. */
  readonly seeds: string | undefined
  /** Whether to publish in spite of a stop. */
  readonly accept: boolean
  /** How long to wait until the live site shows the new release. */
  readonly patienceSeconds: number
}

/**
 * Builds with the ledgers of the live versions, stores the missing packs, deploys, writes the ledger to the folder of
 * articles, checks the live site, and pings its hubs. Starts again if another version went live in the meantime. Throws a
 * UsageError if a step fails. Its message says what is live then.
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

/** A build, its destination, and the ledger file before the build. */
interface BuiltForDeployment extends Destination {
  readonly release: DeployableRelease
  readonly kept: ReadLedger
}

/** The options that the build gets. */
interface BuildTold {
  readonly accept: boolean
  readonly seeds: string | undefined
}

/**
 * Runs the build command with the live ledgers. Resolves to the built release. Throws a UsageError if the build fails, or if
 * its result cannot be deployed.
 */
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

/** The versions before and after the deployment, and how long to wait for the live site. */
interface Arrival {
  readonly version: string | undefined
  readonly before: string | undefined
  readonly patienceSeconds: number
}

/**
 * Waits until the live site serves the build, and then pings its hubs. Throws a UsageError if the site does not serve it in
 * time.
 */
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

/** Prints what will be stored for a release. */
export function printPlan(plan: PushPlan): void {
  print(renderPlan(plan), ...renderBeyondFree(plan))
}

/** Whether hubs get a ping. A preview has no subscribers. */
function hasHubs({ release }: DeployableRelease): boolean {
  return release.hubs.length > 0 && !release.preview
}

/** Renders the message for a failed upload. Wrangler has printed the reason, but not whether the new version is live. */
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
