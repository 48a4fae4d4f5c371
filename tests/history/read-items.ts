import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { askText, type SiteAtMoment } from './ask-site.ts'
import type { GivenArticle } from './record.ts'

/** An item as a feed tells of it, read by a parser that is not ours. RSS knows no date of a change. */
export type FeedItem = Omit<GivenArticle, 'path' | 'updated'> & Partial<Pick<GivenArticle, 'updated'>>

/** The forms of a feed. */
export const FEED_FORMS = ['rss', 'atom', 'json'] as const

/** The items of a feed in one of its forms. Throws where there is none. */
export async function readItems(
  site: SiteAtMoment,
  address: string,
  form: (typeof FEED_FORMS)[number],
): Promise<readonly FeedItem[]> {
  const body = await askText(site, `${address}.${form}`)
  if (body === undefined) throw new Error(`There is no ${address}.${form}`)
  switch (form) {
    case 'rss':
      return (parseRssFeed(body).items ?? []).map(({ guid, link, pubDate }) =>
        anItem(guid?.value, link, pubDate),
      )
    case 'atom':
      return (parseAtomFeed(body).entries ?? []).map(({ id, links, published, updated }) =>
        anItem(id, links?.find(({ rel }) => rel === 'alternate')?.href, published, updated),
      )
    case 'json':
      return (parseJsonFeed(body).items ?? []).map(({ id, url, date_published, date_modified }) =>
        anItem(id, url, date_published, date_modified),
      )
  }
}

/** An article as its own JSON tells of it, if it is there. */
export async function readArticle(site: SiteAtMoment, address: string): Promise<FeedItem | undefined> {
  const body = await askText(site, `${address}.json`)
  if (body === undefined) return undefined
  const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"One","items":[${body}]}`
  const [item] = parseJsonFeed(feed).items ?? []
  return item && anItem(item.id, item.url, item.date_published, item.date_modified)
}

function anItem(id = '', url = '', published = '', updated?: string): FeedItem {
  return { id, url, published: moment(published), ...(updated !== undefined && { updated: moment(updated) }) }
}

function moment(text: string): string {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? `no date: "${text}"` : new Date(milliseconds).toISOString()
}
