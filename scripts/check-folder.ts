import { compareLedgers } from '../src/ledger/compare-ledgers.ts'
import { renderChangeLine, renderChangeList } from '../src/ledger/render-changes.ts'
import { unreadItems } from '../src/ledger/unread-items.ts'
import type { Instant } from '../src/model/instant.ts'
import type { BuildMode } from './build-mode.ts'
import { print, printError } from './print.ts'
import { printProblems } from './print-problems.ts'
import { readPublication } from './read-publication.ts'
import { renderCleaned, renderDrafts } from './render-summary.ts'
import { judge, renderAccepted, renderStop } from './render-verdict.ts'
import type { Workshop } from './workshop/workshop.ts'

/** What is checked, and for when. */
export interface CheckPlan {
  /** The folder of articles. */
  readonly seeds: string
  readonly url: string | undefined
  readonly at: Instant
  readonly mode: Extract<BuildMode, { readonly kind: 'check' }>
}

/** Tells what a build would change for readers and subscribers, and writes nothing. Resolves to whether it would build. */
export async function checkFolder(workshop: Workshop, plan: CheckPlan): Promise<boolean> {
  const { seeds, at, mode } = plan
  const read = await readPublication(workshop, plan)
  const { publication, ledger, problems } = read
  printProblems(problems, seeds, read.seeds)
  const verdict = judge(problems, mode.accept)
  if (publication !== undefined && ledger !== undefined) {
    const changes = compareLedgers(ledger.before, ledger.after, read.drafts)
    const unread = unreadItems(publication, ledger.before, at).length
    const lines = [
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
