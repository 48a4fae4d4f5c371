import { stemUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import { EPOCH, laterOf } from '../model/instant.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'

/** What the feed under `stem` says of itself while it holds these articles and tells of those that are gone. */
export function describeFeed(
  site: Site,
  stem: Stem,
  articles: readonly Article[],
  tombstones: FeedDescription['tombstones'] = [],
): FeedDescription {
  return {
    title: site.title,
    description: site.description,
    id: stemUrl(site, stem),
    home: `${site.url}/`,
    self: {
      rss: stemUrl(site, stem, 'rss'),
      atom: stemUrl(site, stem, 'atom'),
      json: stemUrl(site, stem, 'json'),
      html: stemUrl(site, stem),
    },
    language: site.language,
    updated: [...articles.map(({ updated }) => updated), ...tombstones.map(({ when }) => when)].reduce(
      laterOf,
      EPOCH,
    ),
    authors: site.authors.length > 0 ? site.authors : [{ name: site.title }],
    ...(site.copyright !== undefined && { copyright: site.copyright }),
    ...(site.icon && { icon: site.icon }),
    ...(site.image && { image: site.image }),
    content: site.feed.content,
    hubs: site.hubs,
    tombstones: tombstones.map(({ id, when }) => ({ id, when })),
  }
}
