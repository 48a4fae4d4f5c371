import type { FeedPage } from '../../import/feed-document.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Client } from './client.ts'
import type { DecodedBody } from './decode-body.ts'
import type { Finding } from './finding.ts'
import type { Hop } from './follow.ts'
import type { Answer } from './request.ts'

/** What all checks of a visit share. */
export interface Visit {
  readonly client: Client
  /** Whether the site is local, on a private network, or a preview. Its links then lead to the public site. */
  readonly isTrial: boolean
  /** The ledger of the folder of articles, if it has one. */
  readonly ledger?: Ledger
}

/** The first answer for a feed, requested with gzip accepted. */
export interface FeedSnapshot {
  /** The address that was given or found. */
  readonly asked: string
  /** The address that answered, after redirects. */
  readonly url: string
  readonly hops: readonly Hop[]
  readonly answer: Answer
  readonly body: DecodedBody
  readonly text: string
  /** The parsed feed, if it can be parsed. */
  readonly document?: FeedPage
  /** Why parsing stopped before the end, if the feed is larger than readers accept. */
  readonly tooMuch?: string
  /** Whether all readers request this feed, or only one of each kind. */
  readonly isMain: boolean
}

/** Checks one aspect of a feed. It may send more requests, and never rejects. */
export type FeedCheck = (
  snapshot: FeedSnapshot,
  visit: Visit,
) => readonly Finding[] | Promise<readonly Finding[]>
