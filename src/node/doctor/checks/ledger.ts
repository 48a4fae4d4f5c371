import { atomId } from '../../../ledger/article-id.ts'
import { isEntryShown } from '../../../ledger/is-entry-shown.ts'
import { dateOf } from '../../../ledger/merge-entries.ts'
import { instant } from '../../../model/instant.ts'
import type { Ledger, LedgerEntry } from '../../../model/ledger.ts'
import { type Finding, findingsOf } from '../finding.ts'
import type { FeedCheck, FeedSnapshot } from '../visit.ts'

/** Checks that the feed has all articles that the ledger lists, and no others. */
export const checkLedger: FeedCheck = (snapshot, { ledger, isTrial }) => {
  const { document, url } = snapshot
  if (ledger === undefined || document === undefined) return []
  const findings = findingsOf('ledger', url)
  if (!isOf(ledger, snapshot, isTrial))
    return [findings.info(`not compared: the ledger is that of ${ledger.feed.url}`)]
  const entries = new Map<string, LedgerEntry>(
    ledger.entries.flatMap((entry) => [
      [atomId(ledger, entry.id), entry],
      [entry.id, entry],
    ]),
  )
  const at = instant(snapshot.answer.at)
  const unknown = document.items.filter(({ id }) => !entries.has(id))
  const withdrawn = document.items.filter(({ id }) => entries.get(id)?.withdrawn !== undefined)
  const missing = isMainFeed(ledger, url) ? findMissing(ledger, snapshot) : []
  const told: Finding[] = []
  if (unknown.length > 0)
    told.push(
      findings.error(
        `gives out ${count(unknown)} that the ledger does not know: ${unknown[0]?.id}`,
        'Deploy from where the ledger is, and commit it: with npm run ledger -- rebuild --from this feed, if it is lost',
      ),
    )
  if (withdrawn.length > 0)
    told.push(
      findings.warning(
        `still has ${count(withdrawn)} that ${withdrawn.length === 1 ? 'was' : 'were'} withdrawn: ${withdrawn[0]?.id}`,
        'Deploy the last build',
      ),
    )
  if (missing.length > 0)
    told.push(
      findings.warning(
        `lacks ${count(missing)} that the ledger has: ${missing[0]?.path}`,
        'Deploy the last build. If it is deployed, wait a minute for the caches, and look again',
      ),
    )
  const shown = ledger.entries.filter((entry) => isEntryShown(entry, at)).length
  return told.length > 0 ? told : [findings.fine(`agrees with the ledger, which has ${shown} articles`)]
}

/** Whether the ledger is the one of this site. A local or preview site names its public address in its feeds. */
function isOf({ feed }: Ledger, { url, document }: FeedSnapshot, isTrial: boolean): boolean {
  const names = isTrial ? [url, document?.self, document?.home] : [url]
  return names.some((name) => name === feed.url || name?.startsWith(`${feed.url}/`))
}

/** Only the main feed should have all articles. */
function isMainFeed(ledger: Ledger, url: string): boolean {
  const base = URL.canParse(ledger.feed.url) ? new URL(ledger.feed.url).pathname.replace(/\/$/, '') : ''
  const { pathname } = new URL(url)
  return ['', '.rss', '.atom', '.json'].some((form) => pathname === `${base}/feed${form}`)
}

/** The articles that the feed lacks, among those newer than its oldest one. A feed may leave out older ones. */
function findMissing(ledger: Ledger, { document, answer }: FeedSnapshot): readonly LedgerEntry[] {
  const at = instant(answer.at)
  const live = new Set((document?.items ?? []).map(({ id }) => id))
  const isLive = ({ id }: LedgerEntry) => live.has(id) || live.has(atomId(ledger, id))
  const shown = ledger.entries.filter((entry) => entry.inFeeds && isEntryShown(entry, at))
  const oldest = shown
    .filter(isLive)
    .reduce((first, entry) => Math.min(first, dateOf(entry)), Number.POSITIVE_INFINITY)
  const isExpected = (entry: LedgerEntry) => dateOf(entry) > oldest || oldest === Number.POSITIVE_INFINITY
  return shown
    .filter((entry) => !isLive(entry) && isExpected(entry))
    .toSorted((a, b) => dateOf(b) - dateOf(a))
}

function count(articles: readonly unknown[]): string {
  return `${articles.length} article${articles.length === 1 ? '' : 's'}`
}
