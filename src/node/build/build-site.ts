import { type BuildEnvironment, parseBuildEnvironment } from '../cli/build-environment.ts'
import type { Variables } from '../cli/clean-environment.ts'
import { UsageError } from '../cli/command-line.ts'
import type { Allowance } from '../cli/run-apart.ts'
import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import { readWorkerConfig } from '../cloudflare/wrangler-config.ts'
import { handOver, takeOver } from '../files/live-ledgers.ts'
import type { BuildPlan } from './build-folder.ts'
import { type BundleMode, isRemembered } from './build-mode.ts'

/** The options of `npm run build`, including those for running it. */
export interface BuildRequest extends BuildOptions {
  /** The environment of wrangler.toml for which `wrangler deploy` builds. */
  readonly env: string | undefined
  readonly usesCache: boolean
}

/**
 * Builds a folder of articles in a process without secrets. If wrangler runs the build to upload its bundle, the build
 * fails unless all packs are stored. `variables` is the environment. Resolves to the exit status. Throws a UsageError if an
 * option or a variable is wrong.
 */
export async function buildSite(request: BuildRequest, variables: Variables): Promise<number> {
  const environment = parseBuildEnvironment(variables)
  const { wranglerCommand = '', previewUrl } = environment
  if (wranglerCommand === 'deploy' && previewUrl !== undefined) {
    throw new UsageError('STRILLONE_PREVIEW_URL is set, so this would deploy a preview. Unset it')
  }
  // Wrangler is about to deploy the bundle, and a failed build prevents that.
  const isUpload = ['deploy', 'versions upload'].includes(wranglerCommand)
  const deployed = isUpload ? await readWorkerConfig(request.env) : undefined
  if (request.local && (isUpload || environment.apart))
    throw new UsageError('--local cannot be published. Take it out of the build command of wrangler.toml')
  const plan = planBuild(request, environment)
  const run = (live: string | undefined) =>
    runWithoutSecrets({
      allowance: allow(plan, isUpload, live),
      isApart: isUpload || environment.apart,
      work: () => build(plan, request.usesCache, live),
    })
  if (deployed === undefined) return run(environment.live)
  // Loaded only here: Cloudflare's client is large, and other builds do not need it.
  const [{ askLive }, { assertPacksStored }] = await Promise.all([
    import('../cloudflare/ask-live.ts'),
    import('../cloudflare/assert-packs-stored.ts'),
  ])
  const status = await handOver(plan.out, await askLive(deployed, true), run)
  if (status === 0) await assertPacksStored(deployed)
  return status
}

/** This process may be wrangler's child, with wrangler's credentials for Cloudflare. */
function allow({ seeds, out, mode }: PlannedBuild, isUpload: boolean, live: string | undefined): Allowance {
  return {
    files: {
      read: [seeds, out, ...(live === undefined ? [] : [live])],
      write: isRemembered(mode) ? [seeds, out] : [out],
    },
    variables: {
      STRILLONE_APART: '',
      ...(isUpload && { WRANGLER_COMMAND: '' }),
      ...(live !== undefined && { STRILLONE_LIVE: live }),
    },
  }
}

/** The code that reads articles is loaded only here, because this process may only start another one. */
async function build(planned: PlannedBuild, usesCache: boolean, live: string | undefined): Promise<boolean> {
  const [{ useSession }, { buildFolder }] = await Promise.all([
    import('./use-session.ts'),
    import('./build-folder.ts'),
  ])
  const plan = { ...planned, live: live === undefined ? undefined : await takeOver(live) }
  return useSession({
    purpose: plan,
    cacheUse: usesCache ? 'disk' : 'none',
    work: (session) => buildFolder(session, plan),
    isAll: (isBuilt) => isBuilt,
  })
}

/** The parameters of a build, without the live ledgers, which are read later. */
type PlannedBuild = Omit<BuildPlan, 'live'>

/** The options of a build. */
export interface BuildOptions extends Omit<PlannedBuild, 'mode'> {
  readonly drafts: boolean
  readonly accept: boolean
  readonly frozen: boolean
  /** Whether the build writes the ledger, because `npm run deploy` does not do it. */
  readonly publish: boolean
  readonly local: boolean
  readonly preview: boolean
}

/** Plans a build from its options and its environment. Throws a UsageError if drafts would be published. */
export function planBuild(options: BuildOptions, environment: BuildEnvironment): PlannedBuild {
  const { out, at, hotBytes } = options
  const seeds = environment.seeds ?? options.seeds
  const url = environment.previewUrl ?? options.url
  return { seeds, out, url, at, hotBytes, mode: chooseMode(options, environment) }
}

function chooseMode(options: BuildOptions, environment: BuildEnvironment): BundleMode {
  const isLocal = options.local || environment.wranglerCommand === 'dev'
  const { drafts, frozen } = options
  if (drafts && !isLocal) throw new UsageError('--drafts cannot be published. Give --local with it')
  // A preview keeps its mark on this machine too, and shows no drafts.
  if (!drafts && (options.preview || environment.previewUrl !== undefined)) return { kind: 'preview' }
  if (isLocal) return { kind: 'local', drafts }
  const accept = options.accept || environment.accept
  return { kind: options.publish ? 'publication' : 'release', accept, frozen }
}
