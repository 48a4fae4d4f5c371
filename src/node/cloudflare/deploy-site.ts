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

/** What is deployed, and how. */
export interface DeployOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** Publishes what the build would stop at. */
  readonly accept: boolean
  /** Builds and tells what would be stored, and deploys nothing. */
  readonly rehearse: boolean
  /** How long the live site may take to show what is deployed. */
  readonly patienceSeconds: number
}

/**
 * Builds, stores the missing packs, deploys, checks the live site, and pings its hubs. Throws a UsageError if a step fails: the
 * error says what is live then.
 */
export async function deploySite({ env, accept, rehearse, patienceSeconds }: DeployOptions): Promise<void> {
  const config = await readWorkerConfig(env)
  if (rehearse) return rehearseDeployment(await build(config, { accept, rehearse }), config)
  // Before the build, which writes the ledger: a deployment that cannot publish must leave no mark.
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

/** Prints what a deployment would store, as far as Cloudflare tells. */
async function rehearseDeployment(built: DeployableRelease, config: WorkerConfig): Promise<void> {
  const asked = await openAccount(config.accountId)
    .then(async (account) => ({ storage: await findStorage(account, config), isGuess: false }))
    .catch((cause: unknown) => {
      if (!(cause instanceof UsageError)) throw cause
      printError(`warning What is stored already cannot be told: ${cause.message}`)
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
    // A `gc` may have deleted packs meanwhile that no earlier deployment needed.
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
