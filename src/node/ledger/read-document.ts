import type { Budget } from '../../import/budget.ts'
import { TooMuch } from '../../import/budget.ts'
import { DocumentDecoder } from '../../import/document-decoder.ts'
import type { FeedHead } from '../../import/feed-reader.ts'
import { FeedTextReader } from '../../import/read-feed-text.ts'
import type { FeedItem } from '../../ledger/feed-item.ts'
import { UsageError } from '../cli/command-line.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import type { OpenFeed } from './open-feed.ts'

/** One document of a feed. Its items went to the caller already. */
export interface FetchedPage {
  readonly head: FeedHead
  /** The address that answered. */
  readonly url: string
}

const TOO_MUCH =
  'See whether that is the feed that subscribers have been given. If it is, save what they have seen of it to a file, and give ' +
  'that with --from'

/** Reads a document while it arrives. Throws a UsageError that says why it cannot be read, or not to its end. */
export async function readDocument(
  name: string,
  open: () => Promise<OpenFeed>,
  budget: Budget,
  onItem: (item: FeedItem) => void,
  signal?: AbortSignal,
): Promise<FetchedPage> {
  try {
    const { url, contentType, chunks } = await open()
    const decoder = new DocumentDecoder(contentType)
    const reader = new FeedTextReader(url, {
      onItem: (item) => {
        budget.keep(item)
        onItem(item)
      },
    })
    for await (const chunk of chunks) {
      signal?.throwIfAborted()
      reader.write(decoder.write(chunk))
    }
    reader.write(decoder.finish())
    return { head: judge(name, reader.finish()), url }
  } catch (cause) {
    throw explain(name, cause, budget, signal?.aborted === true)
  }
}

/** Makes the UsageError for a feed, or a document of it, that cannot be read. */
export function refuseFeed(name: string, reason: string, mend = TOO_MUCH, cause?: unknown): UsageError {
  return new UsageError(`Cannot read ${isWeb(name) ? 'the feed ' : ''}${name}: ${reason}. ${mend}`, { cause })
}

function judge(name: string, head: FeedHead | undefined): FeedHead {
  if (head === undefined)
    throw refuseFeed(name, 'it is neither RSS nor Atom nor JSON Feed', 'Give the address of the feed itself')
  if (head.missingEnd !== undefined)
    throw refuseFeed(name, `it ends too early, before ${head.missingEnd}`, 'Save it again as a whole')
  if (head.flaw !== undefined) throw refuseFeed(name, head.flaw, 'Mend what writes it, or save it again')
  return head
}

function explain(name: string, cause: unknown, { limits }: Budget, isLate: boolean): UsageError {
  if (cause instanceof UsageError) return cause
  if (isLate) {
    const reason = `it has not come to its end within ${limits.totalMilliseconds / 1000} s`
    return refuseFeed(name, reason, TOO_MUCH, cause)
  }
  if (cause instanceof TooMuch) return refuseFeed(name, cause.message, TOO_MUCH, cause)
  const mend = isWeb(name)
    ? 'Look at the address in a browser'
    : 'Give the address of a feed, or a file, with --from'
  return refuseFeed(name, describeRefusal(cause), mend, cause)
}

function isWeb(name: string): boolean {
  return /^https?:/i.test(name)
}
