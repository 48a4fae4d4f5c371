import { compareLedgers } from '../../ledger/compare-ledgers.ts'
import { renderLedger } from '../../ledger/ledger-codec.ts'
import { renderChangeLine, renderChangeList } from '../../ledger/render-changes.ts'
import { unreadItems } from '../../ledger/unread-items.ts'
import type { Instant } from '../../model/instant.ts'
import { publish } from '../../publish/publish.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { printProblems } from '../cli/print-problems.ts'
import { renderSummary } from '../cli/render-summary.ts'
import { judge, renderAccepted, renderStop } from '../cli/render-verdict.ts'
import type { ToldWarnings } from '../cli/told-warnings.ts'
import { sealLedger } from '../files/carried-ledger.ts'
import { compress } from '../files/compress.ts'
import { digest } from '../files/digest.ts'
import {
  assertLedgerWritable,
  isLedgerWritten,
  renderRewriting,
  renderThaw,
  stageLedger,
} from '../files/ledger-file.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import { BundleWriter, holdsBundle, removeLocalBundle } from '../files/write-bundle.ts'
import { type BundleMode, isAccepting, isFrozen, isRemembered, isTrial } from './build-mode.ts'
import type { BuildSession } from './build-session.ts'
import { readPublication } from './read-publication.ts'

/** The parameters of a build. */
export interface BuildPlan {
  /** The folder of articles. */
  readonly seeds: string
  readonly out: string
  /** Replaces the site's own address. */
  readonly url: string | undefined
  readonly at: Instant
  readonly mode: BundleMode
  /** How many bytes of packs the Worker may contain. */
  readonly hotBytes: number
  /** The ledgers of the live versions, if a deployment runs the build. */
  readonly live?: LiveLedgers | undefined
  /** The warnings that earlier builds have printed. */
  readonly told?: ToldWarnings
}

/** Like the builds of other tools, a build publishes nothing. The message is for users who expect more. */
const UNPUBLISHED =
  'Nothing is published, and ledger.json is as it was. npm run deploy publishes; if you deploy dist by other means, build with --publish'

/**
 * Builds a folder of articles, and prints the result. Resolves to whether it succeeded: an error or a stop prevents it.
 * Throws a UsageError if the system refuses something.
 */
export async function buildFolder(session: BuildSession, plan: BuildPlan): Promise<boolean> {
  const { seeds, out, at, mode, hotBytes } = plan
  const isLocal = mode.kind === 'local'
  const isCleared = !isLocal && (await removeLocalBundle(out))
  const writer = new BundleWriter(out, isLocal)
  try {
    const read = await readPublication(session, plan)
    const { publication, ledger, problems } = read
    const { problems: news, rest } = plan.told?.tell(problems) ?? { problems, rest: [] }
    printProblems(news, seeds, read.seeds)
    printError(...rest)
    const verdict = judge(problems, isAccepting(mode))
    if (publication === undefined || ledger === undefined || verdict !== 'fine') {
      const left = isCleared ? 'for this machine only is taken away' : 'before is still there'
      const rest = isCleared || (await holdsBundle(out)) ? `; what was built ${left}` : ''
      if (verdict === 'stop') printError(renderStop(problems, `nothing was built${rest}`))
      else printError(`Nothing was built${rest}.`)
      return false
    }
    const changes = () => compareLedgers(ledger.before, ledger.after, read.drafts)
    const changeLine = () => renderChangeLine(changes(), unreadItems(publication, ledger.before, at).length)
    // A trial publishes nothing, so it does not report changes of the ledger.
    const text = isTrial(mode) ? '' : renderLedger(ledger.after)
    const sealed = isTrial(mode) ? undefined : sealLedger(text, plan.live?.merged ?? [])
    const { written } = read
    const isWritten = isTrial(mode) || isLedgerWritten(written, text)
    if (!isWritten && isFrozen(mode)) {
      printError(...renderChangeList(changes(), ledger.after.feed))
      const isSame = changes().articles.length === 0 && changes().feed.length === 0
      const told = isSame ? renderRewriting(ledger.before, ledger.after) : changeLine()
      throw new UsageError(renderThaw(seeds, told))
    }
    const writesLedger = !isWritten && isRemembered(mode)
    if (writesLedger) await assertLedgerWritable(seeds)

    const settings = { at, digest, compress, sink: writer, hotBytes, preview: mode.kind === 'preview' }
    const bundle = await publish(publication, settings, session)
    // Before the release, so that each deployed release is in the ledger.
    await writer.finish(bundle, writesLedger ? () => stageLedger(seeds, text, written) : undefined, sealed)
    print(...read.remarks, ...renderSummary(publication, bundle, read.ignored, read.drafts))
    if (!isTrial(mode)) print(...renderAccepted(problems), changeLine())
    if (mode.kind === 'release' && plan.live === undefined && !isWritten) print(UNPUBLISHED)
    return true
  } finally {
    writer.discard()
  }
}
