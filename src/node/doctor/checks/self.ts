import { isPlaceholderUrl } from '../../../ledger/placeholder-host.ts'
import { type Finding, findingsOf } from '../finding.ts'
import { linksIn } from '../link-header.ts'
import type { FeedCheck, FeedSnapshot, Visit } from '../visit.ts'

/** Checks the addresses in a feed: its own, which services store, and those of its articles. */
export const checkSelf: FeedCheck = (snapshot, visit) => [
  ...lookAtSelf(snapshot, visit),
  ...lookAtItems(snapshot, visit),
]

function lookAtSelf(snapshot: FeedSnapshot, visit: Visit): readonly Finding[] {
  const { url, answer, document } = snapshot
  if (document === undefined) return []
  const findings = findingsOf('self', url)
  const written = document.self
  const inBody = written !== undefined && URL.canParse(written, url) ? [new URL(written, url).href] : []
  const selves = [...new Set([...inBody, ...linksIn(answer.headers.get('link'), 'self', url)])]
  if (selves.length === 0)
    return [
      findings.info(
        'does not tell its own address',
        'Name it: <atom:link rel="self"> in RSS, <link rel="self"> in Atom, feed_url in JSON Feed',
      ),
    ]
  if (selves.length > 1)
    return [
      findings.warning(
        `tells two addresses of its own: ${selves.join(' and ')}`,
        'Let the document and the Link header say the same: a hub knows it by one',
      ),
    ]
  const [self = ''] = selves
  if (answers(snapshot, self)) return [findings.fine(self)]
  return [misplaced(snapshot, visit, self)]
}

function misplaced({ url }: FeedSnapshot, { isTrial }: Visit, self: string): Finding {
  const findings = findingsOf('self', url)
  const mend =
    'Set url in seeds/site.yaml, or the address in the settings of the site, to the one that readers use'
  if (isTrial && pathOf(self) === pathOf(url)) return findings.info(`is meant for ${self}`)
  if (isPlaceholderUrl(self) && !isPlaceholderUrl(url))
    return findings.error(`says that it is at ${self}, which no reader can reach`, mend)
  return findings.warning(`says that it is at ${self}, which services take over and hubs hold to`, mend)
}

/** Whether an address is one that led to the feed, or the `Content-Location` of the answer. */
function answers({ asked, url, answer }: FeedSnapshot, self: string): boolean {
  const location = answer.headers.get('content-location')
  const located = location !== undefined && URL.canParse(location, url) ? [new URL(location, url).href] : []
  return [asked, url, ...located].some((each) => new URL(each).href === self)
}

function lookAtItems({ url, document }: FeedSnapshot, { isTrial }: Visit): readonly Finding[] {
  const findings = findingsOf('self', url)
  const nowhere = (document?.items ?? []).flatMap(({ link = '' }) =>
    URL.canParse(link) && /^https?:$/.test(new URL(link).protocol) && isPlaceholderUrl(link) ? [link] : [],
  )
  const [first] = nowhere
  if (isTrial || first === undefined) return []
  return [
    findings.error(
      `leads to ${nowhere.length} article${nowhere.length === 1 ? '' : 's'} at an address that no reader can reach: ${first}`,
      'Build with the address of the site: url in seeds/site.yaml',
    ),
  ]
}

function pathOf(url: string): string {
  return new URL(url).pathname
}
