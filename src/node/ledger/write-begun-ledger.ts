import { join } from 'node:path'
import { LEDGER_PATH, renderLedger } from '../../ledger/ledger-codec.ts'
import type { Ledger } from '../../model/ledger.ts'
import { print } from '../cli/print.ts'
import { type ReadLedger, writeLedger } from '../files/ledger-file.ts'

/** Writes a ledger that knows no article: the next build takes all for new. Throws as `writeLedger` does. */
export async function writeBegunLedger(seeds: string, ledger: Ledger, replaced: ReadLedger): Promise<void> {
  await writeLedger(seeds, renderLedger({ ...ledger, terms: [], entries: [] }), replaced)
  print(
    `${join(seeds, LEDGER_PATH)} begins: it knows no article yet, and the next build will take all for new`,
  )
}
