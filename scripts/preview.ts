import { parseArgs } from 'node:util'
import { openAccount } from './cloudflare/account.ts'
import { readBuiltRelease } from './cloudflare/built-release.ts'
import { uploadVersion } from './cloudflare/deploy-version.ts'
import { holdBundle } from './cloudflare/hold-bundle.ts'
import { createNamespace, findNamespace } from './cloudflare/namespace.ts'
import { previewUrl } from './cloudflare/preview-url.ts'
import { renderPlan } from './cloudflare/render-plan.ts'
import { runBuildCommand } from './cloudflare/run-build-command.ts'
import { planRelease, storeRelease } from './cloudflare/store-release.ts'
import { readWorkerConfig } from './cloudflare/wrangler-config.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { print } from './print.ts'
import { DEFAULT_OUT } from './project.ts'

const options = {
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to preview.' },
  alias: {
    type: 'string',
    value: 'NAME',
    help: 'What the address begins with, a branch for example.',
    default: 'preview',
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run preview --',
  about: 'Puts the publication under an address of its own, to be looked at before it is deployed.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ env, alias }) => {
    const config = await readWorkerConfig(env)
    const account = await openAccount(config.accountId)
    const url = await previewUrl(account, config.worker, alias)
    if (!(await runBuildCommand(config, { accept: false, rehearse: false, previewUrl: url }))) {
      throw new UsageError('There is no preview: the build did not succeed')
    }
    const built = await readBuiltRelease(DEFAULT_OUT)
    const found = await findNamespace(account, config)
    print(renderPlan(await planRelease(built, found)))
    const namespace = found ?? (await createNamespace(account, config))
    const upload = ['versions', 'upload', '--preview-alias', alias]
    const uploaded = await holdBundle(built, async () => {
      await storeRelease(built, namespace)
      return uploadVersion(upload, built, { account, config, namespace })
    })
    if (uploaded === undefined) {
      throw new UsageError(
        'There is no preview: wrangler has said why. The first deployment must come before it',
      )
    }
    if (uploaded.previewUrl === undefined) {
      throw new UsageError(
        'Cloudflare serves no previews of this Worker. Write preview_urls = true above all tables of wrangler.toml, and npm run deploy once',
      )
    }
    print(
      `Look at it: ${url}/`,
      `npm run deploy publishes it; to deploy this version itself would publish the preview`,
    )
  },
)
