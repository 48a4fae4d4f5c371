import { LEDGER_PATH, parseLedger } from '../../ledger/ledger-codec.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Seed } from '../../model/seed.ts'
import { askGit } from './ask-git.ts'

/**
 * Reads the ledger of a folder from the last commit of git. Resolves to undefined without git or a readable ledger, and if
 * the folder has the same ledger: then nothing is lost.
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
