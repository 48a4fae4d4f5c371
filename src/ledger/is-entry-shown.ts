import { isShown } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { dateOf } from './merge-entries.ts'

/** Whether readers are shown the article of an entry at a moment: it is there, and to be seen. */
export function isEntryShown(entry: LedgerEntry, at: Instant): boolean {
  const { expires, withdrawn } = entry
  return (
    withdrawn === undefined &&
    isShown({ published: dateOf(entry), ...(expires !== undefined && { expires }) }, at)
  )
}
