import { parseArgs } from 'node:util'
import { parseWholeNumber } from './check-options.ts'
import { openAccount } from './cloudflare/account.ts'
import { type DeployableRelease, readBuiltRelease } from './cloudflare/built-release.ts'
import { environmentOptions } from './cloudflare/deploy-config-file.ts'
import { uploadVersion } from './cloudflare/deploy-version.ts'
import { listDeployed } from './cloudflare/deployed-versions.ts'
import { createNamespace, findNamespace } from './cloudflare/namespace.ts'
import { type PushPlan, renderBeyondFree, renderPlan } from './cloudflare/render-plan.ts'
import { runBuildCommand } from './cloudflare/run-build-command.ts'
import { serveBuilt, serveVersion } from './cloudflare/served-releases.ts'
import { BUNDLE_FOLDER, planRelease, storeRelease } from './cloudflare/store-release.ts'
import { readWorkerConfig, type WorkerConfig } from './cloudflare/wrangler-config.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { findChangedFeeds, type ServedRelease } from './live/changed-feeds.ts'
import { pingHubs } from './live/ping-hubs.ts'
import { verifyLive } from './live/verify-live.ts'
import { readNow } from './read-moment.ts'

const options = {
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to deploy to.' },
  accept: { type: 'boolean', help: 'Publishes what the build would stop at.', default: false },
  'dry-run': {
    type: 'boolean',
    help: 'Builds, and tells what would be stored. Nothing is, and the ledger stays as it is.',
    default: false,
  },
  patience: {
    type: 'string',
    value: 'SECONDS',
    help: 'How long the live site may take to show what is deployed.',
    default: '90',
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run deploy --',
  about: 'Builds, stores the packs that are missing, deploys, looks at the live site, and tells its hubs.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ env, accept, 'dry-run': rehearse, ...values }) => {
    const patience = parseWholeNumber('--patience', values.patience, 0, 3600)
    const config = await readWorkerConfig(env)
    if (!(await runBuildCommand(config, { accept, rehearse }))) {
      throw new UsageError('Nothing is deployed: the build did not succeed')
    }
    const built = await readBuiltRelease(BUNDLE_FOLDER)
    if (rehearse) await tellPlan(built, config)
    else await deploy(built, config, patience)
  },
)

/** Tells what a deployment would store, as far as that can be asked. */
async function tellPlan(built: DeployableRelease, config: WorkerConfig): Promise<void> {
  const asked = await openAccount(config.accountId)
    .then(async (account) => ({ namespace: await findNamespace(account, config), isGuess: false }))
    .catch((cause: unknown) => {
      if (!(cause instanceof UsageError)) throw cause
      console.error(`warning What is stored already cannot be told: ${cause.message}`)
      return { namespace: undefined, isGuess: true }
    })
  printPlan({ ...(await planRelease(built, asked.namespace)), isGuess: asked.isGuess })
}

async function deploy(built: DeployableRelease, config: WorkerConfig, patience: number): Promise<void> {
  const account = await openAccount(config.accountId)
  const found = await findNamespace(account, config)
  printPlan(await planRelease(built, found))
  const namespace = found ?? (await createNamespace(account, config))
  await storeRelease(built, namespace)
  const [before] = await listDeployed(account, config.worker)
  const servedBefore =
    before !== undefined && hasHubs(built)
      ? await serveVersion(account, config.worker, before, namespace)
      : undefined

  if ((await uploadVersion(['deploy'], built, config, namespace.id)) === undefined) {
    throw new UsageError('Not deployed: wrangler has said why. What was live before still is')
  }
  // Somebody may have collected meanwhile what no deployment needed before this one.
  await storeRelease(built, namespace)

  const reason = await verifyLive(() => serveBuilt(built, readNow()), {
    patienceMilliseconds: patience * 1000,
    onWaiting: (why) => console.error(`Waiting for the deployment to arrive: ${why}`),
  })
  if (reason !== undefined) throw new UsageError(renderUnverified(reason, before, config))
  console.log(`${built.release.siteUrl} serves release ${built.release.id}`)
  if (hasHubs(built)) await tellHubs(built, servedBefore)
}

function printPlan(plan: PushPlan): void {
  console.log([renderPlan(plan), ...renderBeyondFree(plan)].join('\n'))
}

/** Whether anybody is to be told what is new in the feeds. Nobody subscribes to a preview. */
function hasHubs({ release }: DeployableRelease): boolean {
  return release.hubs.length > 0 && !release.preview
}

async function tellHubs(built: DeployableRelease, before: ServedRelease | undefined): Promise<void> {
  const { hubs } = built.release
  const changed = await findChangedFeeds(before, serveBuilt(built, readNow()))
  const untold = await pingHubs(hubs, changed)
  const all = changed.length * hubs.length
  console.log(`Hubs told of changed feeds: ${all - untold.length} of ${all}`)
  for (const { hub, topic, reason } of untold)
    console.error(`warning ${hub} was not told of ${topic}: ${reason}`)
}

function renderUnverified(reason: string, before: string | undefined, config: WorkerConfig): string {
  const back = ['npx wrangler rollback', before, ...environmentOptions(config)].join(' ')
  const way =
    before === undefined ? 'It is the first deployment, so there is no way back' : `To go back: ${back}`
  return `It is deployed, but the live site is not as it was built: ${reason}. ${way}. npm run doctor looks further`
}
