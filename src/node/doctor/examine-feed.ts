import { TooMuch } from '../../import/budget.ts'
import { decodeDocument } from '../../import/decode-document.ts'
import { readFeedDocument } from '../../import/feed-document.ts'
import { checkAskingAgain } from './checks/ask-again.ts'
import { checkCaching } from './checks/caching.ts'
import { checkClock } from './checks/clock.ts'
import { checkCompression } from './checks/compression.ts'
import { checkCors } from './checks/cors.ts'
import { checkDocument } from './checks/document.ts'
import { checkHead } from './checks/head.ts'
import { checkIds } from './checks/ids.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkMediaType } from './checks/media-type.ts'
import { checkReaders } from './checks/readers.ts'
import { checkRedirects } from './checks/redirects.ts'
import { checkSelf } from './checks/self.ts'
import { checkSize } from './checks/size.ts'
import { decodeBody } from './decode-body.ts'
import { type Finding, findingsOf } from './finding.ts'
import { type Followed, follow } from './follow.ts'
import { type Block, recognizeBlock } from './recognize-block.ts'
import { type Answer, type Failure, isAnswer } from './request.ts'
import type { FeedCheck, FeedSnapshot, Visit } from './visit.ts'

/** The findings about one feed. */
export interface ExaminedFeed {
  readonly url: string
  /** Absent if there is no answer to check. */
  readonly snapshot?: FeedSnapshot
  readonly findings: readonly Finding[]
}

const CHECKS: readonly FeedCheck[] = [
  ...[checkReaders, checkMediaType, checkDocument, checkAskingAgain, checkHead, checkCompression],
  ...[checkCaching, checkCors, checkSize, checkClock, checkSelf, checkIds, checkLedger],
]

/** How the visit came to a feed. */
export interface FeedPlace {
  readonly url: string
  /** Whether the site links to this address. It should then not redirect. */
  readonly isNamed: boolean
  readonly isMain: boolean
  /** The answer, if the address was requested before. */
  readonly followed?: Followed
}

/** Runs all checks on a feed. Never rejects. */
export async function examineFeed(place: FeedPlace, visit: Visit): Promise<ExaminedFeed> {
  const { url, isNamed } = place
  const { hops, end, trouble } = place.followed ?? (await follow(visit.client, { url }))
  const redirects = checkRedirects(hops, isNamed)
  if (!isAnswer(end)) return { url, findings: [...redirects, unreached(url, end)] }
  if (trouble !== undefined) {
    const mend = 'Let the address lead at once, with a 301, to where the feed is'
    return { url, findings: [findingsOf('redirect', url).error(`${trouble} (${end.status})`, mend)] }
  }
  const snapshot = look(place, hops, end, visit)
  const block = recognizeBlock(end, snapshot.text)
  if (block === undefined) {
    const told = await Promise.all(CHECKS.map((check) => check(snapshot, visit)))
    return { url: snapshot.url, snapshot, findings: [...redirects, ...told.flat()] }
  }
  // Some servers answer the doctor with an error and readers with the feed, or the reverse. A 404 or 410 is the same for
  // all.
  const readers = end.status === 404 || end.status === 410 ? [] : await checkReaders(snapshot, visit)
  return { url: snapshot.url, findings: [...redirects, blocked(snapshot.url, block), ...readers] }
}

function look(
  { url, isMain }: FeedPlace,
  hops: FeedSnapshot['hops'],
  answer: Answer,
  { client }: Visit,
): FeedSnapshot {
  const body = decodeBody(answer, client.limits.mostBytes)
  const text = decodeDocument(body.bytes, answer.headers.get('content-type') ?? '')
  const read = answer.isCut ? undefined : readFeedDocument(text, answer.url)
  return {
    ...{ asked: url, url: answer.url, hops, answer, body, text, isMain },
    ...(read instanceof TooMuch ? { tooMuch: read.message } : read !== undefined && { document: read }),
  }
}

function unreached(asked: string, { url, reason, failure }: Failure): Finding {
  const findings = findingsOf('reach', asked)
  if (reason === 'limit') return findings.info(failure)
  return findings.error(
    url === asked ? failure : `leads to ${url}: ${failure}`,
    'See that the host is right and the server runs, and what keeps its answer back',
  )
}

function blocked(url: string, { severity, message, mend }: Block): Finding {
  return findingsOf('reach', url)[severity](`a program that says who it is ${message}`, mend)
}
