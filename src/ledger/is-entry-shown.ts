import { isShown } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { dateOf } from './merge-entries.ts'

/** Whether readers see the article of an entry at a moment: it exists and is published. */
export function isEntryShown(entry: LedgerEntry, at: Instant): boolean {
  const { expires, withdrawn } = entry
  return (
    withdrawn === undefined &&
    isShown({ published: dateOf(entry), ...(expires !== undefined && { expires }) }, at)
  )
}
