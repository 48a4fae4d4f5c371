import { readFile } from 'node:fs/promises'
import type { FeedItem } from '../src/ledger/feed-item.ts'
import { UsageError } from './command-line.ts'
import { decodeDocument } from './decode-document.ts'
import { describeRefusal } from './describe-refusal.ts'
import { type FeedPage, missingEnd, parseFeedPage } from './parse-feed-page.ts'

/** Milliseconds, for each page of a feed. */
const TIMEOUT = 30_000

/** Bytes. The largest feeds have a few. */
const MOST_BYTES = 50_000_000

/** Enough for the archive of a lifetime, and an end where pages lead to each other for ever. */
const MOST_PAGES = 200

/**
 * Reads all items of a feed that is live somewhere, or of one that lies in a file, of any format. A live one is followed
 * over all its pages, as long as they lie on its own host. Throws a UsageError that tells what is wrong.
 */
export async function readFeed(from: string): Promise<readonly FeedItem[]> {
  if (!/^https?:/i.test(from)) return (await readFeedFile(from)).items
  const items: FeedItem[] = []
  const seen = new Set<string>()
  let next: string | undefined = from
  while (next !== undefined && !seen.has(next)) {
    if (seen.size === MOST_PAGES)
      throw new UsageError(`Cannot read all of ${from}: it has more than ${MOST_PAGES} pages`)
    seen.add(next)
    const page: FeedPage = await fetchPage(next)
    items.push(...page.items)
    next =
      page.next !== undefined && new URL(page.next).origin === new URL(from).origin ? page.next : undefined
  }
  return items
}

async function readFeedFile(path: string): Promise<FeedPage> {
  const bytes = await readFile(path).catch((cause) => {
    const message = `Cannot read ${path}: ${describeRefusal(cause)}. Give the address of a feed, or a file, with --from`
    throw new UsageError(message, { cause })
  })
  return parsePage(path, decodeDocument(bytes, ''), 'file:///')
}

async function fetchPage(url: string): Promise<FeedPage> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new UsageError(`Cannot read the feed ${url}: ${reason}. Look at the address in a browser`, {
      cause,
    })
  }
  const signal = AbortSignal.timeout(TIMEOUT)
  try {
    const headers = { 'User-Agent': 'Strillone', Accept: 'application/feed+json, application/xml, */*' }
    const response = await fetch(url, { headers, signal })
    if (!response.ok) return refuse(`the answer is ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.byteLength > MOST_BYTES) return refuse(`it is larger than ${MOST_BYTES / 1_000_000} MB`)
    const text = decodeDocument(bytes, response.headers.get('Content-Type') ?? '')
    return parsePage(url, text, response.url)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    if (signal.aborted) return refuse(`no whole answer within ${TIMEOUT / 1000} s`, cause)
    const { cause: reason = cause } = cause instanceof Error ? cause : {}
    return refuse(describeRefusal(reason), cause)
  }
}

function parsePage(name: string, text: string, base: string): FeedPage {
  const page = parseFeedPage(text, base)
  if (page !== undefined) return page
  const missing = missingEnd(text)
  if (missing !== undefined)
    throw new UsageError(
      `Cannot read ${name}: it ends too early, before ${missing}. Save it again as a whole`,
    )
  throw new UsageError(
    `Cannot read ${name}: it is neither RSS nor Atom nor JSON Feed. Give the address of the feed itself`,
  )
}
