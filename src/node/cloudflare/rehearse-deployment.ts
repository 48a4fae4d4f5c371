import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import { openAccount } from './account.ts'
import { askLive } from './ask-live.ts'
import { buildRelease, type DeployOptions, printPlan } from './deploy-site.ts'
import { findStorage } from './find-storage.ts'
import { planRelease } from './store-release.ts'
import { readWorkerConfig } from './wrangler-config.ts'

/**
 * Builds, and prints what a deployment would store. Without an answer from Cloudflare, this is an estimate. Throws a
 * UsageError if the build fails.
 */
export async function rehearseDeployment({ env, seeds, accept }: DeployOptions): Promise<void> {
  const config = await readWorkerConfig(env)
  const built = await buildRelease(config, await askLive(config, false), { accept, seeds })
  const asked = await openAccount(config.accountId)
    .then(async (account) => ({ storage: await findStorage(account, config), isGuess: false }))
    .catch((cause: unknown) => {
      if (!(cause instanceof UsageError)) throw cause
      printError(`warning What is stored already cannot be told: ${cause.message}`)
      return { storage: undefined, isGuess: true }
    })
  printPlan({ ...(await planRelease(built, asked.storage)), isGuess: asked.isGuess })
}
