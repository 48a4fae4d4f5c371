import { parseArgs } from 'node:util'
import { instant } from '../src/model/instant.ts'
import type { PackKey } from '../src/model/pack.ts'
import { parseWholeNumber } from './check-options.ts'
import { openAccount } from './cloudflare/account.ts'
import { findGarbage, findKept, findReaders } from './cloudflare/find-garbage.ts'
import { findNamespace } from './cloudflare/namespace.ts'
import type { PackNamespace } from './cloudflare/pack-namespace.ts'
import { readWorkerConfig } from './cloudflare/wrangler-config.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { print } from './print.ts'
import { readNow } from './read-moment.ts'

const DAY = 86_400_000

/** A packs' collector that is stopped has lost nothing: what one request deletes is what the free plan has for a day. */
const BATCH = 1000

const options = {
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to clean up.' },
  keep: {
    type: 'string',
    value: 'N',
    help: 'How many of the newest versions keep their packs.',
    default: '10',
  },
  days: {
    type: 'string',
    value: 'N',
    help: 'For how many days every version keeps its packs, at least 7.',
    default: '7',
  },
  yes: { type: 'boolean', help: 'Deletes. Otherwise it only tells what it would delete.', default: false },
  help: HELP,
} as const

const usage = {
  command: 'npm run gc --',
  about: 'Deletes packs that no deployment needs any more.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ env, yes, ...values }) => {
    const keeping = {
      versions: parseWholeNumber('--keep', values.keep, 1, 1000),
      since: instant(readNow() - parseWholeNumber('--days', values.days, 7, 3650) * DAY),
    }
    const config = await readWorkerConfig(env)
    const account = await openAccount(config.accountId)
    const namespace = await findNamespace(account, config)
    if (namespace === undefined) {
      print('There is no namespace yet, so there is nothing to delete')
      return
    }
    const workers = await findReaders(account, config, namespace)
    const kept = await findKept(account, workers, keeping)
    const garbage = await findGarbage(account, namespace, kept, keeping)
    print(
      `Versions whose packs are kept: ${kept.versions.length}. Packs that none of them needs: ${garbage.length}`,
    )
    if (garbage.length === 0) return
    if (!yes) {
      for (const key of garbage) print(key)
      print('Nothing is deleted. npm run gc -- --yes deletes them; the free plan has 1,000 deletes a day')
      return
    }
    await deletePacks(namespace, garbage, async () => {
      const { state } = await findKept(account, workers, keeping)
      return state === kept.state
    })
  },
)

/** Deletes in batches, and looks before and after each whether the versions are still those that it was told of. */
async function deletePacks(
  namespace: PackNamespace,
  keys: readonly PackKey[],
  isSame: () => Promise<boolean>,
): Promise<void> {
  for (let done = 0; done < keys.length; done += BATCH) {
    if (!(await isSame())) throw new UsageError('Something was deployed meanwhile. Run this again')
    const batch = keys.slice(done, done + BATCH)
    const failed = await namespace.delete(batch)
    print(`${done + batch.length - failed.length} of ${keys.length} packs deleted`)
    if (!(await isSame())) {
      throw new UsageError(
        'Something was deployed meanwhile. Run npm run deploy, which stores what it may lack',
      )
    }
    if (failed.length > 0) {
      throw new UsageError(`Cloudflare did not delete ${failed.length} packs. Run this again`)
    }
  }
}
