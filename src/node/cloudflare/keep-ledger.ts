import { join } from 'node:path'
import type { CarriedLedger } from '../../bundle/ledger-module.ts'
import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { openLedger } from '../files/carried-ledger.ts'
import { isLedgerWritten, type ReadLedger, readLedgerFile, writeLedger } from '../files/ledger-file.ts'
import { readPackFile } from '../files/pack-folder.ts'

/**
 * Reads the ledger file before a build. Resolves to undefined if there is none, or if it cannot be read: the build then
 * reports the reason.
 */
export async function readKeptLedger(seeds: string): Promise<ReadLedger> {
  try {
    return await readLedgerFile(seeds)
  } catch (cause) {
    if (cause instanceof UsageError) return undefined
    throw cause
  }
}

/**
 * Writes the deployed ledger to the folder of articles. `before` is the ledger file before the build. Prints a warning if
 * the file cannot be written: nothing is lost then, because the live version carries the ledger.
 */
export async function keepLedger(
  seeds: string,
  carried: CarriedLedger | undefined,
  before: ReadLedger,
): Promise<void> {
  if (carried === undefined) return
  const text = openLedger(carried.bytes ?? (await readPackFile(DEFAULT_OUT, carried.key)))
  if (isLedgerWritten(before, text)) return
  const file = join(seeds, LEDGER_PATH)
  try {
    await writeLedger(seeds, text, before)
    print(`${file} is as it was deployed. Commit it, if you can`)
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    printError(
      `warning ${cause.message}`,
      'Nothing is lost: the live version carries the ledger, and npm run ledger -- pull brings it here',
    )
  }
}
