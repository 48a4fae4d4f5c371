import { labelOf } from '../model/article.ts'
import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { formatRfc3339 } from '../model/instant.ts'
import {
  describeArticle,
  describeAttachment,
  describeAuthor,
  type JsonAuthor,
} from '../model/json-article.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Fragment } from '../model/rendition.ts'
import { namedHubs } from './archive-links.ts'

/** The members of a JSON Feed 1.1 (jsonfeed.org/version/1.1) that we write, without its items. */
interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1'
  readonly title: string
  readonly home_page_url: string
  readonly feed_url: string
  readonly description?: string
  /** The feed that continues this one. */
  readonly next_url?: string
  readonly icon?: string
  readonly authors: readonly JsonAuthor[]
  readonly language: string
  readonly hubs?: readonly { readonly type: 'WebSub'; readonly url: string }[]
  /** Our extension: items that readers should delete, with `date_deleted` in RFC 3339. */
  readonly _strillone?: {
    readonly deleted: readonly { readonly id: string; readonly date_deleted: string }[]
  }
}

/** The separator between two items of a document. */
export const JSON_SEPARATOR: Fragment = { text: ',\n', isEntry: false }

/** Renders an article as a JSON Feed item, for all feeds that contain it. */
export function renderJsonItem({ article, url }: FeedArticle, feed: EntrySettings): string {
  // An item must have content. If it has neither text nor summary, its title or first words are used.
  const summary = article.summary === '' ? labelOf(article) : article.summary
  const isWhole = feed.content === 'full' && article.html !== ''
  const content = isWhole ? { content_html: article.html } : { content_text: summary }
  const attachments = article.enclosures.map(describeAttachment)
  return JSON.stringify({
    ...describeArticle(article, url),
    ...content,
    ...(attachments.length > 0 && { attachments }),
  })
}

/** Renders a JSON Feed 1.1 document from rendered items. */
export function renderJsonFeed(feed: FeedDescription, items: readonly Fragment[]): FeedDocument {
  const hubs = namedHubs(feed).map((url) => ({ type: 'WebSub' as const, url }))
  const description: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self.json,
    ...(feed.description !== '' && { description: feed.description }),
    ...(feed.archive.previous && { next_url: feed.archive.previous.json }),
    ...(feed.icon && { icon: feed.icon.url }),
    authors: feed.authors.map(describeAuthor),
    language: feed.language,
    ...(hubs.length > 0 && { hubs }),
    ...(feed.tombstones.length > 0 && {
      _strillone: {
        deleted: feed.tombstones.map(({ id, when }) => ({ id, date_deleted: formatRfc3339(when) })),
      },
    }),
  }
  const head = JSON.stringify(description).replace(/\}$/, ',"items":[\n')
  return { head: [head], entries: items, separator: JSON_SEPARATOR, tail: '\n]}\n' }
}

/** JSON Feed 1.1. */
export const JSON_FEED: FeedFormat = {
  form: 'json',
  name: 'JSON Feed',
  type: MEDIA_TYPES.jsonFeed,
  renderEntry: renderJsonItem,
  renderDocument: renderJsonFeed,
}
