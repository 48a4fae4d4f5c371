import type { FeedDescription } from '../../model/feed-description.ts'
import { bareType } from '../../model/media-types.ts'

/** A format of a feed, with its URL. */
export interface FeedAddress {
  readonly name: string
  /** A media type without parameters. */
  readonly type: string
  /** Absolute URL. */
  readonly url: string
}

/** Lists the formats of a feed that readers accept. */
export function feedAddresses({
  self,
  formats,
}: Pick<FeedDescription, 'self' | 'formats'>): readonly FeedAddress[] {
  return formats.map(({ form, name, type }) => ({ name, type: bareType(type), url: self[form] ?? self.html }))
}
