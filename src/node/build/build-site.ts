import { readBuildEnvironment } from '../cli/build-environment.ts'
import type { Variables } from '../cli/clean-environment.ts'
import { UsageError } from '../cli/command-line.ts'
import type { Allowance } from '../cli/run-apart.ts'
import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import { readWorkerConfig } from '../cloudflare/wrangler-config.ts'
import type { BuildPlan } from './build-folder.ts'
import { isRemembered } from './build-mode.ts'
import { type BuildOptions, planBuild } from './plan-build.ts'

/** The options of a build, and those that concern how it runs. */
export interface BuildOrder extends BuildOptions {
  /** The environment of wrangler.toml that `wrangler deploy` builds for. */
  readonly env: string | undefined
  readonly remembers: boolean
}

/**
 * Builds a folder of articles, in a process without secrets. A build that wrangler runs to upload its bundle ends well only if
 * all packs are stored. `variables` are those of the environment. Resolves to the exit status. Throws a UsageError where the options or the environment do not fit.
 */
export async function buildSite(task: BuildOrder, variables: Variables): Promise<number> {
  const environment = readBuildEnvironment(variables)
  const { wranglerCommand = '', previewUrl } = environment
  if (wranglerCommand === 'deploy' && previewUrl !== undefined) {
    throw new UsageError('STRILLONE_PREVIEW_URL is set, so this would deploy a preview. Unset it')
  }
  // What wrangler is going to deploy, and this can keep it from.
  const isUpload = ['deploy', 'versions upload'].includes(wranglerCommand)
  const deployed = isUpload ? await readWorkerConfig(task.env) : undefined
  if (task.local && (isUpload || environment.apart))
    throw new UsageError('--local cannot be published. Take it out of the build command of wrangler.toml')
  const plan = planBuild(task, environment)
  const status = await runWithoutSecrets({
    allowance: allow(plan, isUpload),
    isApart: isUpload || environment.apart,
    work: () => build(plan, task.remembers),
  })
  if (status !== 0 || deployed === undefined) return status
  // Loaded only here: Cloudflare's client is large, and no other build needs it.
  const { assertPacksStored } = await import('../cloudflare/assert-packs-stored.ts')
  await assertPacksStored(deployed)
  return status
}

/** This process may be wrangler's, which hands on what it enters Cloudflare with. */
function allow({ seeds, out, mode }: BuildPlan, isUpload: boolean): Allowance {
  return {
    files: { read: [seeds, out], write: isRemembered(mode) ? [seeds, out] : [out] },
    told: { STRILLONE_APART: '', ...(isUpload && { WRANGLER_COMMAND: '' }) },
  }
}

/** What opens articles is loaded only where it is needed: another process may be about to. */
async function build(plan: BuildPlan, remembers: boolean): Promise<boolean> {
  const [{ useSession }, { makeBuild }] = await Promise.all([
    import('./use-session.ts'),
    import('./build-folder.ts'),
  ])
  return useSession({
    purpose: plan,
    remembering: remembers ? 'kept' : 'nothing',
    work: (session) => makeBuild(session, plan),
    isAll: (isBuilt) => isBuilt,
  })
}
