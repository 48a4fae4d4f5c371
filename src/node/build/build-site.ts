import { type BuildEnvironment, parseBuildEnvironment } from '../cli/build-environment.ts'
import type { Variables } from '../cli/clean-environment.ts'
import { UsageError } from '../cli/command-line.ts'
import type { Allowance } from '../cli/run-apart.ts'
import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import { readWorkerConfig } from '../cloudflare/wrangler-config.ts'
import type { BuildPlan } from './build-folder.ts'
import { type BundleMode, isRemembered } from './build-mode.ts'

/** The options of a build, and those that concern how it runs. */
export interface BuildRequest extends BuildOptions {
  /** The environment of wrangler.toml that `wrangler deploy` builds for. */
  readonly env: string | undefined
  readonly usesCache: boolean
}

/**
 * Builds a folder of articles, in a process without secrets. A build that wrangler runs to upload its bundle ends well only if
 * all packs are stored. `variables` are those of the environment. Resolves to the exit status. Throws a UsageError where the options or the environment do not fit.
 */
export async function buildSite(request: BuildRequest, variables: Variables): Promise<number> {
  const environment = parseBuildEnvironment(variables)
  const { wranglerCommand = '', previewUrl } = environment
  if (wranglerCommand === 'deploy' && previewUrl !== undefined) {
    throw new UsageError('STRILLONE_PREVIEW_URL is set, so this would deploy a preview. Unset it')
  }
  // What wrangler is going to deploy, and this can keep it from.
  const isUpload = ['deploy', 'versions upload'].includes(wranglerCommand)
  const deployed = isUpload ? await readWorkerConfig(request.env) : undefined
  if (request.local && (isUpload || environment.apart))
    throw new UsageError('--local cannot be published. Take it out of the build command of wrangler.toml')
  const plan = planBuild(request, environment)
  const status = await runWithoutSecrets({
    allowance: allow(plan, isUpload),
    isApart: isUpload || environment.apart,
    work: () => build(plan, request.usesCache),
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
    variables: { STRILLONE_APART: '', ...(isUpload && { WRANGLER_COMMAND: '' }) },
  }
}

/** What opens articles is loaded only where it is needed: another process may be about to. */
async function build(plan: BuildPlan, usesCache: boolean): Promise<boolean> {
  const [{ useSession }, { buildFolder }] = await Promise.all([
    import('./use-session.ts'),
    import('./build-folder.ts'),
  ])
  return useSession({
    purpose: plan,
    cacheUse: usesCache ? 'disk' : 'none',
    work: (session) => buildFolder(session, plan),
    isAll: (isBuilt) => isBuilt,
  })
}

/** What the options of a build say. */
export interface BuildOptions extends Omit<BuildPlan, 'mode'> {
  readonly drafts: boolean
  readonly accept: boolean
  readonly frozen: boolean
  readonly rehearse: boolean
  readonly local: boolean
  readonly preview: boolean
}

/** What is built, by the options and by what the command that runs the build tells it. Throws a UsageError for drafts that would be published. */
export function planBuild(options: BuildOptions, environment: BuildEnvironment): BuildPlan {
  const { seeds, out, at, hotBytes } = options
  const url = environment.previewUrl ?? options.url
  return { seeds, out, url, at, hotBytes, mode: chooseMode(options, environment) }
}

function chooseMode(options: BuildOptions, environment: BuildEnvironment): BundleMode {
  const isLocal = options.local || environment.wranglerCommand === 'dev'
  const { drafts, frozen } = options
  if (drafts && !isLocal) throw new UsageError('--drafts cannot be published. Give --local with it')
  // A preview stays marked as one, on this machine, too; it shows no drafts.
  if (!drafts && (options.preview || environment.previewUrl !== undefined)) return { kind: 'preview' }
  if (isLocal) return { kind: 'local', drafts }
  const isRehearsed = options.rehearse || environment.rehearse
  const accept = options.accept || environment.accept
  return { kind: isRehearsed ? 'rehearsal' : 'publication', accept, frozen }
}
