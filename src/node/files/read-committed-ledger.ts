import { LEDGER_PATH, parseLedger } from '../../ledger/ledger-codec.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Seed } from '../../model/seed.ts'
import { askGit } from './ask-git.ts'

/**
 * The ledger of a folder in the last commit of git. Undefined without git, without one that can be read, and where the
 * folder's is the same: then there is nothing that it could have lost.
 */
export async function readCommittedLedger(
  directory: string,
  seeds: readonly Seed[],
): Promise<Ledger | undefined> {
  const written = seeds.find(({ path }) => path === LEDGER_PATH)
  if (written === undefined) return undefined
  const text = await askGit(directory, ['cat-file', 'blob', `HEAD:./${LEDGER_PATH}`])
  if (text === '' || text === new TextDecoder().decode(written.bytes).trim()) return undefined
  return parseLedger(text).ledger
}
