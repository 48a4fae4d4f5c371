import { UsageError } from '../cli/command-line.ts'
import { print } from '../cli/print.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { handOver } from '../files/live-ledgers.ts'
import { type Account, openAccount } from './account.ts'
import { askApi } from './ask-api.ts'
import { readBuiltRelease } from './built-release.ts'
import { checkBefore } from './check-before.ts'
import { uploadVersion } from './deploy-version.ts'
import { createStorage, findStorage } from './find-storage.ts'
import { holdBundle } from './hold-bundle.ts'
import { readLiveLedgers } from './read-live-ledgers.ts'
import { renderPlan } from './render-plan.ts'
import { runBuildCommand } from './run-build-command.ts'
import { planRelease, storeRelease } from './store-release.ts'
import { readWorkerConfig } from './wrangler-config.ts'

/** The options of a preview. */
export interface PreviewOptions {
  /** The environment of wrangler.toml. */
  readonly env: string | undefined
  /** The folder of articles, if it is not the one in the build command of wrangler.toml. */
  readonly seeds: string | undefined
  /** The beginning of the preview's address. */
  readonly alias: string
}

/**
 * Uploads the publication under an address of its own. Prints what a deployment would change, and its stops. Throws a
 * UsageError if the preview cannot be made. Its message says why.
 */
export async function previewSite({ env, seeds, alias }: PreviewOptions): Promise<void> {
  const config = await readWorkerConfig(env)
  const account = await openAccount(config.accountId)
  const url = await previewUrl(account, config.worker, alias)
  const found = await findStorage(account, config)
  const live = await readLiveLedgers(account, config.worker, found)
  await handOver(DEFAULT_OUT, live, async (path) => {
    if (!(await runBuildCommand(config, { accept: false, live: path, seeds, previewUrl: url })))
      throw new UsageError('There is no preview: the build did not succeed')
    print('npm run deploy would change:')
    await checkBefore(config, path, seeds)
  })
  const built = await readBuiltRelease(DEFAULT_OUT)
  print(renderPlan(await planRelease(built, found)))
  const storage = found ?? (await createStorage(account, config))
  const upload = ['versions', 'upload', '--preview-alias', alias]
  const uploaded = await holdBundle(built, async () => {
    await storeRelease(built, storage)
    return uploadVersion(upload, built, { account, config, storage })
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
}

/** The longest label in a name of DNS (RFC 1035 §2.3.4). */
const LABEL_CHARACTERS = 63

/**
 * The address at which Cloudflare serves a version uploaded under an alias. Throws a UsageError if the alias cannot be part
 * of a host name.
 */
export async function previewUrl({ client, id }: Account, worker: string, alias: string): Promise<string> {
  const label = `${alias}-${worker}`
  if (!/^[a-z][a-z0-9-]*$/.test(alias) || label.length > LABEL_CHARACTERS) {
    throw new UsageError(
      `--alias cannot be ${alias}. Give lower-case letters, digits and hyphens, and few of them`,
    )
  }
  const asking = client.workers.subdomains.get({ account_id: id })
  const { subdomain } = await askApi('read the subdomain of the account', asking)
  return `https://${label}.${subdomain}.workers.dev`
}
