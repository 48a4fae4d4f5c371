import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { readNow } from '../cli/read-moment.ts'
import { verifyLive } from '../live/verify-live.ts'
import { openAccount } from './account.ts'
import { type DeployableRelease, readBuiltRelease } from './built-release.ts'
import { environmentOptions } from './deploy-config-file.ts'
import { type Destination, uploadVersion } from './deploy-version.ts'
import { listDeployed } from './deployed-versions.ts'
import { createStorage, findStorage } from './find-storage.ts'
import { holdBundle } from './hold-bundle.ts'
import { type PushPlan, renderBeyondFree, renderPlan } from './render-plan.ts'
import { runBuildCommand } from './run-build-command.ts'
import { serveBuilt } from './served-releases.ts'
import { planRelease, storeRelease } from './store-release.ts'
import { tellHubs } from './tell-hubs.ts'
import { readWorkerConfig, type WorkerConfig } from './wrangler-config.ts'

/** The options of `npm run deploy`. */
export interface DeployOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** Publishes even if a guard would stop the build. */
  readonly accept: boolean
  /** Builds, and prints what would be stored. Deploys nothing. */
  readonly rehearse: boolean
  /** How long to wait until the live site serves the new release. */
  readonly patienceSeconds: number
}

/**
 * Builds, stores the missing packs, deploys, checks the live site, and pings its hubs. Throws a UsageError if a step fails.
 * Its message says what is live then.
 */
export async function deploySite({ env, accept, rehearse, patienceSeconds }: DeployOptions): Promise<void> {
  const config = await readWorkerConfig(env)
  if (rehearse) return rehearseDeployment(await build(config, { accept, rehearse }), config)
  // Before the build, because the build writes the ledger: if a deployment cannot publish, the ledger must stay as it is.
  const account = await openAccount(config.accountId)
  const found = await findStorage(account, config)
  const built = await build(config, { accept, rehearse })
  printPlan(await planRelease(built, found))
  const storage = found ?? (await createStorage(account, config))
  await deploy(built, { account, config, storage }, patienceSeconds)
}

async function build(
  config: WorkerConfig,
  told: { readonly accept: boolean; readonly rehearse: boolean },
): Promise<DeployableRelease> {
  if (!(await runBuildCommand(config, told))) {
    throw new UsageError('Nothing is deployed: the build did not succeed')
  }
  const built = await readBuiltRelease(DEFAULT_OUT)
  if (built.release.preview && config.environment === undefined) {
    throw new UsageError('Nothing is deployed: the build made a preview. Take --preview out of its command')
  }
  return built
}

/** Prints what a deployment would store. Without an answer of Cloudflare, all packs are counted. */
async function rehearseDeployment(built: DeployableRelease, config: WorkerConfig): Promise<void> {
  const asked = await openAccount(config.accountId)
    .then(async (account) => ({ storage: await findStorage(account, config), isGuess: false }))
    .catch((cause: unknown) => {
      if (!(cause instanceof UsageError)) throw cause
      printError(`warning It is unknown which packs are stored already: ${cause.message}`)
      return { storage: undefined, isGuess: true }
    })
  printPlan({ ...(await planRelease(built, asked.storage)), isGuess: asked.isGuess })
}

async function deploy(
  built: DeployableRelease,
  destination: Destination,
  patienceSeconds: number,
): Promise<void> {
  const { account, config, storage } = destination
  const [before] = await listDeployed(account, config.worker)
  const uploaded = await holdBundle(built, async () => {
    await storeRelease(built, storage)
    const version = await uploadVersion(['deploy'], built, destination)
    // Meanwhile `gc` may have deleted packs, if no earlier deployment needed them.
    if (version !== undefined) await storeRelease(built, storage)
    return version
  })
  if (uploaded === undefined) throw new UsageError(await renderUnfinished(before, destination))

  const reason = await verifyLive(() => serveBuilt(built, readNow()), {
    patienceMilliseconds: patienceSeconds * 1000,
    onWaiting: (why) => printError(`Waiting for the deployment to arrive: ${why}`),
  })
  if (reason !== undefined) {
    const wrong = `It is deployed, but the live site is not as it was built: ${reason}`
    throw new UsageError(`${wrong}. ${renderWayBack(before, config)}. npm run doctor looks further`)
  }
  print(`${built.release.siteUrl} serves release ${built.release.id}`)
  if (uploaded.id !== undefined && hasHubs(built)) {
    await tellHubs({ id: uploaded.id, served: serveBuilt(built, readNow()), ...destination })
  }
}

function printPlan(plan: PushPlan): void {
  print(renderPlan(plan), ...renderBeyondFree(plan))
}

/** Whether hubs get a ping. A preview has no subscribers. */
function hasHubs({ release }: DeployableRelease): boolean {
  return release.hubs.length > 0 && !release.preview
}

/** The message if wrangler failed: it says whether the new version is live. Wrangler itself has printed why it failed. */
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
