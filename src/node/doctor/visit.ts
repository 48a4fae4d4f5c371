import type { FeedPage } from '../../import/feed-document.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Client } from './client.ts'
import type { DecodedBody } from './decode-body.ts'
import type { Finding } from './finding.ts'
import type { Hop } from './follow.ts'
import type { Answer } from './request.ts'

/** What all checks of a visit have in common. */
export interface Visit {
  readonly client: Client
  /** Whether the site is on this machine or its network, or is a preview: its addresses then name the real one. */
  readonly isTrial: boolean
  /** The ledger of the folder of articles, if there is one. */
  readonly ledger?: Ledger
}

/** A feed as it came when it was first asked for, with gzip offered. */
export interface FeedSnapshot {
  /** The address that was given or found. */
  readonly asked: string
  /** The address that answered, which is another where there are redirects. */
  readonly url: string
  readonly hops: readonly Hop[]
  readonly answer: Answer
  readonly body: DecodedBody
  readonly text: string
  /** What is in it, if it can be read at all. */
  readonly document?: FeedPage
  /** Why it was not read to its end, where it is more than any reader takes. */
  readonly tooMuch?: string
  /** Whether all readers ask for it, or one of each kind. */
  readonly isMain: boolean
}

/** Looks at one thing of a feed. It may ask for more, and never rejects. */
export type FeedCheck = (
  snapshot: FeedSnapshot,
  visit: Visit,
) => readonly Finding[] | Promise<readonly Finding[]>
