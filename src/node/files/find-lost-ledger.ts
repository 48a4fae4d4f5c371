import { join } from 'node:path'
import { LEDGER_PATH, parseLedger } from '../../ledger/ledger-codec.ts'
import { isPlaceholderUrl } from '../../ledger/placeholder-host.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { askGit } from './ask-git.ts'
import { isLedgerEmpty } from './ledger-file.ts'

/**
 * Finds out whether a folder has lost its ledger: it has none, or an empty file, but git has one. Resolves to the error, or
 * to undefined. Without git, without a repository, and before the first publication, nothing can be lost.
 */
export async function findLostLedger(
  directory: string,
  seeds: readonly Seed[],
): Promise<Problem | undefined> {
  const written = seeds.find(({ path }) => path === LEDGER_PATH)
  if (written !== undefined && !isLedgerEmpty(written.bytes)) return undefined
  const source = await findInGit(directory)
  if (source === undefined) return undefined
  const { ledger } = parseLedger(await askGit(directory, ['cat-file', 'blob', `${source}:./${LEDGER_PATH}`]))
  // A ledger with a placeholder address, such as the example's, has no subscribers.
  if (ledger !== undefined && isPlaceholderUrl(ledger.feed.url)) return undefined
  const file = join(directory, LEDGER_PATH)
  const checkout = ['git -C', directory, 'checkout', source, '--', LEDGER_PATH].filter(Boolean).join(' ')
  return {
    severity: 'error',
    path: LEDGER_PATH,
    line: 1,
    column: 1,
    message:
      `The ledger is lost: git knows ${file}, and it is ${written ? 'empty' : 'not there'}. Without it every subscriber ` +
      `would be given all articles again. Bring it back with ${checkout}, make it anew from the live feed with npm run ledger -- rebuild ` +
      `--from URL, or, if nobody has subscribed, begin another with npm run ledger -- begin.`,
  }
}

/** Finds the ledger of a folder in git. Gives the commit, or an empty string if it is only in the index. */
async function findInGit(directory: string): Promise<string | undefined> {
  const inHead = await askGit(directory, ['ls-tree', '--name-only', 'HEAD', '--', LEDGER_PATH])
  if (inHead !== '') return 'HEAD'
  // If an earlier commit touched the ledger, and the last commit has none, then that earlier commit deleted it.
  const last = await askGit(directory, ['rev-list', '-1', '--abbrev-commit', 'HEAD', '--', LEDGER_PATH])
  if (last !== '') return `${last}~1`
  const staged = await askGit(directory, ['ls-files', '--', LEDGER_PATH])
  return staged === '' ? undefined : ''
}
