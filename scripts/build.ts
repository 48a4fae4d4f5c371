import { parseArgs } from 'node:util'
import { HOT_BYTES } from '../src/publish/hot-bytes.ts'
import { readBuildEnvironment } from './build-environment.ts'
import { parseUrlOption, parseWholeNumber } from './check-options.ts'
import { holdsSecrets } from './clean-environment.ts'
import { readWorkerConfig } from './cloudflare/wrangler-config.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import type { BuildPlan } from './make-build.ts'
import { DEFAULT_OUT, DEFAULT_SEEDS } from './project.ts'
import { readMoment } from './read-moment.ts'
import { runApart } from './run-apart.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: DEFAULT_SEEDS },
  out: { type: 'string', value: 'DIR', help: 'Where the bundle goes.', default: DEFAULT_OUT },
  url: {
    type: 'string',
    value: 'URL',
    help: 'The public address of the site, instead of the one in site.yaml.',
  },
  accept: { type: 'boolean', help: 'Publishes what it would stop at.', default: false },
  'frozen-ledger': {
    type: 'boolean',
    help: 'Fails where ledger.json would change, and builds nothing then.',
    default: false,
  },
  at: {
    type: 'string',
    value: 'MOMENT',
    help: 'The moment of the build, as 2026-02-28T11:00:00Z. Default: now',
  },
  rehearse: {
    type: 'boolean',
    help: 'Leaves ledger.json as it is: nothing of this is going to be published.',
    default: false,
  },
  env: {
    type: 'string',
    value: 'NAME',
    help: 'The environment of wrangler.toml that wrangler deploy builds for.',
  },
  local: {
    type: 'boolean',
    help: 'For this machine only: stops at nothing and remembers nothing. Implied in wrangler dev.',
    default: false,
  },
  preview: {
    type: 'boolean',
    help: 'To be looked at under --url before it is published: no search engine, and nothing remembered.',
    default: false,
  },
  drafts: { type: 'boolean', help: 'Shows drafts, too. Only with --local.', default: false },
  'no-cache': {
    type: 'boolean',
    help: 'Makes everything anew, and remembers nothing of it.',
    default: false,
  },
  'hot-bytes': {
    type: 'string',
    value: 'N',
    help: 'How much may ride inside the Worker.',
    default: String(HOT_BYTES),
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run build --',
  about: 'Packs a folder of articles into a bundle that the Worker serves.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ seeds, out, drafts, ...values }) => {
    const environment = readBuildEnvironment(process.env)
    const hotBytes = parseWholeNumber('--hot-bytes', values['hot-bytes'], 0, 10_000_000)
    if (environment.wranglerCommand === 'deploy' && environment.previewUrl !== undefined) {
      throw new UsageError('STRILLONE_PREVIEW_URL is set, so this would deploy a preview. Unset it')
    }
    // What wrangler is going to deploy, and this can keep it from.
    const isUpload = ['deploy', 'versions upload'].includes(environment.wranglerCommand ?? '')
    const deployed = isUpload ? await readWorkerConfig(values.env) : undefined
    const preview = values.preview || environment.previewUrl !== undefined
    const url =
      environment.previewUrl ?? (values.url === undefined ? undefined : parseUrlOption('--url', values.url))
    const at = readMoment('--at', values.at)
    const isLocal = values.local || environment.wranglerCommand === 'dev'
    const isTrial = isLocal || preview
    const accept = values.accept || environment.accept
    if (drafts && !isLocal) throw new UsageError('--drafts cannot be published. Give --local with it')

    const plan: BuildPlan = {
      ...{ seeds, out, url, at, drafts, accept, hotBytes, preview, isTrial },
      rehearse: values.rehearse || environment.rehearse,
      isFrozen: values['frozen-ledger'],
    }
    const isApart = isUpload || environment.apart || holdsSecrets(process.env)
    const status = isApart ? await buildApart(plan, isUpload) : await build(plan, !values['no-cache'])
    process.exitCode = status
    if (status !== 0 || deployed === undefined) return
    // Loaded only here: Cloudflare's client is large, and no other build needs it.
    const { assertPacksStored } = await import('./cloudflare/assert-packs-stored.ts')
    await assertPacksStored(deployed)
  },
)

/** What opens articles is loaded only where it is needed: another process may be about to. */
async function build(plan: BuildPlan, isRemembering: boolean): Promise<number> {
  const [{ useWorkshop }, { makeBuild }] = await Promise.all([
    import('./use-workshop.ts'),
    import('./make-build.ts'),
  ])
  const isBuilt = await useWorkshop({
    purpose: plan,
    remembering: isRemembering ? 'kept' : 'nothing',
    work: (workshop) => makeBuild(workshop, plan),
    isAll: (isBuilt) => isBuilt,
  })
  return isBuilt ? 0 : 1
}

/** This process may be wrangler's, which hands on what it enters Cloudflare with. */
function buildApart({ seeds, out, rehearse, isTrial }: BuildPlan, isUpload: boolean): Promise<number> {
  const files = { read: [seeds, out], write: rehearse || isTrial ? [out] : [seeds, out] }
  return runApart({ files, told: { STRILLONE_APART: '', ...(isUpload && { WRANGLER_COMMAND: '' }) } })
}
