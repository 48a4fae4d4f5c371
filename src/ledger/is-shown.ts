import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { dateOf } from './merge-entries.ts'

/** Whether readers are shown an article at a moment: it is there, its date has come, and it has not expired. */
export function isShown(entry: LedgerEntry, at: Instant): boolean {
  const { expires, withdrawn } = entry
  return withdrawn === undefined && dateOf(entry) <= at && (expires === undefined || expires > at)
}
