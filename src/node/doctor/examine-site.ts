import { z } from 'zod'
import { decodeDocument } from '../../import/decode-document.ts'
import { looksLikeFeed } from '../../import/feed-document.ts'
import { isPlaceholderUrl, isPreviewUrl } from '../../ledger/placeholder-host.ts'
import type { Ledger } from '../../model/ledger.ts'
import { checkHttps } from './checks/https.ts'
import { checkHubs } from './checks/hubs.ts'
import { compareIds } from './checks/ids.ts'
import { checkRedirects } from './checks/redirects.ts'
import { checkRobots } from './checks/robots.ts'
import { Client, VISIT_LIMITS, type VisitLimits } from './client.ts'
import { decodeBody } from './decode-body.ts'
import { discoverFeeds } from './discover.ts'
import { type ExaminedFeed, examineFeed } from './examine-feed.ts'
import { type Finding, findingsOf } from './finding.ts'
import { type Followed, follow } from './follow.ts'
import { recognizeBlock } from './recognize-block.ts'
import type { Report } from './report.ts'
import { type Answer, type FailureReason, isAnswer } from './request.ts'
import type { FeedSnapshot, Visit } from './visit.ts'

/** With these failures, no check can run. */
const UNREACHED: readonly FailureReason[] = ['dns', 'refused']

/** What a visit may use besides the address. */
export interface VisitOptions {
  readonly ledger?: Ledger
  readonly limits?: VisitLimits
}

/** Checks the site, or the feed, at an address. Resolves to the report. Never rejects. */
export async function examineSite(url: string, options: VisitOptions = {}): Promise<Report> {
  const begun = new Date().toISOString()
  const client = new Client(options.limits ?? VISIT_LIMITS)
  const isTrial = isPlaceholderUrl(url) || isPreviewUrl(url)
  const visit = { client, isTrial, ...(options.ledger && { ledger: options.ledger }) }
  const https = await checkHttps(url, client, isTrial)
  const followed = await follow(client, { url })
  const { end } = followed
  const found =
    isAnswer(end) && followed.trouble === undefined
      ? await examineAnswer(url, followed, end, visit)
      : { feeds: [await examineFeed({ url, isNamed: false, isMain: true, followed }, visit)], findings: [] }
  const findings = [...https, ...found.findings, ...found.feeds.flatMap((feed) => feed.findings)]
  return {
    ...{ url, at: begun, requests: client.count, findings },
    ...('release' in found && found.release !== undefined && { release: found.release }),
    feeds: found.feeds.flatMap(({ snapshot }) => (snapshot === undefined ? [] : [summarize(snapshot)])),
    isReached: isAnswer(end) || followed.hops.length > 0 || !UNREACHED.includes(end.reason),
  }
}

interface Found {
  readonly feeds: readonly ExaminedFeed[]
  /** About the site as a whole. */
  readonly findings: readonly Finding[]
  readonly release?: string
}

async function examineAnswer(url: string, followed: Followed, answer: Answer, visit: Visit): Promise<Found> {
  const { bytes } = decodeBody(answer, visit.client.limits.mostBytes)
  const text = decodeDocument(bytes, answer.headers.get('content-type') ?? '')
  const isFeed = isMeantAsFeed(url, answer, text)
  const { feeds, findings } = isFeed
    ? { feeds: [await examineFeed({ url, isNamed: false, isMain: true, followed }, visit)], findings: [] }
    : await examineHome(followed, answer, text, visit)
  const snapshots = feeds.flatMap(({ snapshot }) => snapshot ?? [])
  const release = await readLiveRelease(answer.url, visit.client)
  return {
    feeds,
    findings: [
      ...findings,
      ...(await checkRobots(isFeed ? new URL('/', answer.url).href : answer.url, answer, snapshots, visit)),
      ...(release === undefined ? [] : [findingsOf('release', url).info(`the release ${release} is live`)]),
      ...compareIds(snapshots),
      ...(await checkHubs(snapshots, visit)),
    ],
    ...(release !== undefined && { release }),
  }
}

/** Whether an address should be a feed, even if the answer is something else. */
function isMeantAsFeed(url: string, { headers }: Answer, text: string): boolean {
  if (looksLikeFeed(text)) return true
  if (/\b(?:rss|atom|rdf|feed)\+(?:xml|json)/i.test(headers.get('content-type') ?? '')) return true
  return /\.(?:rss|atom|rdf|xml|json)$|\/(?:feed|rss|atom)\/?$/i.test(new URL(url).pathname)
}

async function examineHome(followed: Followed, page: Answer, html: string, visit: Visit): Promise<Found> {
  const block = recognizeBlock(page, html)
  // A home page is a page, not a block.
  const isShut = block !== undefined && page.status !== 200
  const discovery = await discoverFeeds(page.url, page, html, visit)
  const feeds: ExaminedFeed[] = []
  // One after another, to spare the site.
  for (const [index, url] of discovery.feeds.entries())
    feeds.push(await examineFeed({ url, isNamed: true, isMain: index === 0 }, visit))
  return {
    feeds,
    findings: [
      ...checkRedirects(followed.hops, false),
      ...(isShut
        ? [
            findingsOf('reach', page.url)[block.severity](
              `the home page: who asks ${block.message}`,
              block.mend,
            ),
          ]
        : []),
      ...discovery.findings,
    ],
  }
}

function summarize({ url, document }: FeedSnapshot): Report['feeds'][number] {
  return { url, format: document?.format.key ?? null, items: document?.items.length ?? 0 }
}

const releaseSchema = z.object({ release: z.string().regex(/^[\da-f]{32}$/) })

/** Reads the id of the release that a site built by Strillone serves. Resolves to undefined for any other site. */
export async function readLiveRelease(url: string, client: Client): Promise<string | undefined> {
  const reply = await client.send({ url: new URL('release.json', new URL('.', url)).href })
  if (!isAnswer(reply) || reply.status !== 200) return undefined
  try {
    const { bytes } = decodeBody(reply, client.limits.mostBytes)
    return releaseSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data?.release
  } catch {
    // Many sites answer every address with a page.
    return undefined
  }
}
