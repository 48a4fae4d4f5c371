import { compareLedgers } from '../../ledger/compare-ledgers.ts'
import { renderChangeLine, renderChangeList } from '../../ledger/render-changes.ts'
import { unreadItems } from '../../ledger/unread-items.ts'
import type { Instant } from '../../model/instant.ts'
import { print, printError } from '../cli/print.ts'
import { printProblems } from '../cli/print-problems.ts'
import { renderCleaned, renderDrafts } from '../cli/render-summary.ts'
import { judge, renderAccepted, renderStop } from '../cli/render-verdict.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import type { BuildMode } from './build-mode.ts'
import type { BuildSession } from './build-session.ts'
import { readPublication } from './read-publication.ts'

/** The parameters of a check. */
export interface CheckPlan {
  /** The folder of articles. */
  readonly seeds: string
  readonly url: string | undefined
  readonly at: Instant
  /** The ledgers of the live versions, if they are known. */
  readonly live?: LiveLedgers | undefined
  readonly mode: Extract<BuildMode, { readonly kind: 'check' }>
}

/**
 * Prints what a build would change for readers and subscribers, and writes nothing. Resolves to whether the build would
 * succeed.
 */
export async function checkFolder(session: BuildSession, plan: CheckPlan): Promise<boolean> {
  const { seeds, at, mode } = plan
  const read = await readPublication(session, plan)
  const { publication, ledger, problems } = read
  printProblems(problems, seeds, read.seeds)
  const verdict = judge(problems, mode.accept)
  if (publication !== undefined && ledger !== undefined) {
    const changes = compareLedgers(ledger.before, ledger.after, read.drafts)
    const unread = unreadItems(publication, ledger.before, at).length
    const lines = [
      ...read.remarks,
      ...renderChangeList(changes, ledger.after.feed),
      ...renderDrafts(read.drafts),
      ...renderCleaned(publication.assets),
      ...(mode.accept ? renderAccepted(problems) : []),
    ]
    print(...lines, renderChangeLine(changes, unread))
  }
  if (verdict === 'error') printError('A build would fail.')
  if (verdict === 'stop') printError(renderStop(problems, 'a build would not go on'))
  return verdict === 'fine'
}
