import { decodeDocument } from '../../import/decode-document.ts'
import { looksLikeFeed } from '../../import/feed-document.ts'
import { isPlaceholderUrl } from '../../ledger/placeholder-host.ts'
import { decodeBody } from './decode-body.ts'
import { feedsOfOpml, feedsOfPage, type NamedFeed } from './feed-addresses.ts'
import { type Finding, findingsOf } from './finding.ts'
import { follow } from './follow.ts'
import { type Answer, isAnswer } from './request.ts'
import type { Visit } from './visit.ts'

/** The feeds of a site, found from its home page. */
export interface Discovery {
  /** The address of one feed for each format. */
  readonly feeds: readonly string[]
  readonly findings: readonly Finding[]
}

/** Usual paths of feeds. Strillone's own is the first. */
const HABITS = ['feed.rss', 'feed', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml']

/** Finds the feeds of a site: on its home page, else in its list of feeds, else at the usual paths. Never rejects. */
export async function discoverFeeds(
  home: string,
  page: Answer,
  html: string,
  visit: Visit,
): Promise<Discovery> {
  const findings = findingsOf('discovery', home)
  const named = page.status === 200 ? feedsOfPage(html, page.url) : []
  if (named.length > 0) {
    const chosen = oneOfEach(named)
    const rest = named.length - chosen.length
    return {
      feeds: chosen.map(({ url }) => ownAddress(url, home, visit)),
      findings: [
        ...findMisplaced(home, chosen, visit),
        findings.fine(`names ${named.length} feed${named.length === 1 ? '' : 's'}`),
        ...(rest > 0 ? [findings.info(`${rest} more feeds were not looked at: give their addresses`)] : []),
      ],
    }
  }
  const feeds = await searchFeeds(home, visit)
  const mend =
    'Name each in the <head> of every page: <link rel="alternate" type="application/rss+xml" href="…">'
  if (feeds.length === 0)
    return { feeds, findings: [findings.error('names no feed, and none is where feeds often are', mend)] }
  return {
    feeds,
    findings: [findings.warning('names no feed: a reader that gets this address finds none', mend)],
  }
}

function oneOfEach(named: readonly NamedFeed[]): readonly NamedFeed[] {
  return [...new Map(named.toReversed().map((feed) => [feed.type, feed])).values()].toReversed()
}

/** A local or preview site links to its public address. The same path is used here instead. */
function ownAddress(url: string, home: string, { isTrial }: Visit): string {
  const { pathname, search } = new URL(url)
  return isTrial || isPlaceholderUrl(url) ? new URL(pathname + search, home).href : url
}

function findMisplaced(home: string, named: readonly NamedFeed[], { isTrial }: Visit): readonly Finding[] {
  const findings = findingsOf('discovery', home)
  const elsewhere = named.find(({ url }) => new URL(url).origin !== new URL(home).origin)
  if (elsewhere === undefined) return []
  if (isTrial) return [findings.info(`names ${elsewhere.url}; the same path is looked at here`)]
  if (!isPlaceholderUrl(elsewhere.url))
    return [findings.info(`names a feed at another host: ${elsewhere.url}`)]
  return [
    findings.error(
      `names ${elsewhere.url}, which no reader can reach`,
      'Build with the address of the site: url in seeds/site.yaml',
    ),
  ]
}

async function searchFeeds(home: string, visit: Visit): Promise<readonly string[]> {
  const list = await read('feeds.opml', home, visit)
  const [listed] = list === undefined ? [] : feedsOfOpml(list.text, list.url)
  if (listed !== undefined) return [ownAddress(listed, home, visit)]
  for (const name of HABITS) {
    const found = await read(name, home, visit)
    if (found !== undefined && looksLikeFeed(found.text)) return [found.url]
  }
  return []
}

async function read(
  name: string,
  home: string,
  { client }: Visit,
): Promise<{ readonly url: string; readonly text: string } | undefined> {
  const { end } = await follow(client, { url: new URL(name, `${home.replace(/\/$/, '')}/`).href })
  if (!isAnswer(end) || end.status !== 200) return undefined
  const { bytes } = decodeBody(end, client.limits.mostBytes)
  return { url: end.url, text: decodeDocument(bytes, end.headers.get('content-type') ?? '') }
}
