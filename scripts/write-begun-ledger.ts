import { join } from 'node:path'
import { LEDGER_PATH, renderLedger } from '../src/ledger/ledger-codec.ts'
import type { Ledger } from '../src/model/ledger.ts'
import { type ReadLedger, writeLedger } from './ledger-file.ts'
import { print } from './print.ts'

/** Writes a ledger that knows no article: the next build takes all for new. Throws as `writeLedger` does. */
export async function writeBegunLedger(seeds: string, ledger: Ledger, replaced: ReadLedger): Promise<void> {
  await writeLedger(seeds, renderLedger({ ...ledger, slices: [], entries: [] }), replaced)
  print(
    `${join(seeds, LEDGER_PATH)} begins: it knows no article yet, and the next build will take all for new`,
  )
}
