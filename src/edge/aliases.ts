/** Where readers look for a feed by habit, and subscribers come from who followed another publisher's addresses. */
export const FEED_ALIASES: Readonly<Record<string, string>> = {
  '/rss': '/feed.rss',
  '/rss.xml': '/feed.rss',
  '/feed.xml': '/feed.rss',
  '/index.xml': '/feed.rss',
  '/feed/rss': '/feed.rss',
  '/feed/rss.xml': '/feed.rss',
  '/blog/feed': '/feed.rss',
  '/atom': '/feed.atom',
  '/atom.xml': '/feed.atom',
  '/feed/atom': '/feed.atom',
  '/feed/atom.xml': '/feed.atom',
  '/index.atom': '/feed.atom',
  '/index.rss': '/feed.rss',
  '/feed/json': '/feed.json',
  '/index.json': '/feed.json',
  '/jsonfeed': '/feed.json',
}
