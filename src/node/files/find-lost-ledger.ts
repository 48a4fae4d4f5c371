import { join } from 'node:path'
import { LEDGER_PATH, parseLedger } from '../../ledger/ledger-codec.ts'
import { isPlaceholderUrl } from '../../ledger/placeholder-host.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { askGit } from './ask-git.ts'
import { isLedgerEmpty } from './ledger-file.ts'

/**
 * The error of a folder that has lost its ledger: there is none, or an empty file, and git knows that there was one.
 * Without git, without a repository, and before the first publication there is nothing to be lost.
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
  // That of the articles which came with this project, say: nobody can have subscribed.
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

/** Where git has a ledger of a folder: in a commit, or in what is staged, whose name is empty. */
async function findInGit(directory: string): Promise<string | undefined> {
  const inHead = await askGit(directory, ['ls-tree', '--name-only', 'HEAD', '--', LEDGER_PATH])
  if (inHead !== '') return 'HEAD'
  // Where the last commit has none and one before touched it, that one took it away.
  const last = await askGit(directory, ['rev-list', '-1', '--abbrev-commit', 'HEAD', '--', LEDGER_PATH])
  if (last !== '') return `${last}~1`
  const staged = await askGit(directory, ['ls-files', '--', LEDGER_PATH])
  return staged === '' ? undefined : ''
}
