/** A program that requests feeds, as a server sees it. */
export interface Reader {
  readonly name: string
  /** Its `User-Agent`, with typical numbers of subscribers. */
  readonly agent: string
  /** Its `Accept`, if it does not send `*\/*`. */
  readonly accept?: string
  /** A representative of its kind. The second and third feed of a site are only requested by these. */
  readonly isSample?: true
}

/** Programs that request feeds: services, self-hosted readers, apps, command-line programs and a library. */
export const READERS: readonly Reader[] = [
  {
    name: 'Feedly',
    agent: 'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers; like FeedFetcher-Google)',
    isSample: true,
  },
  { name: 'Inoreader', agent: 'Mozilla/5.0 (compatible; inoreader.com; 12 subscribers)' },
  {
    name: 'NewsBlur',
    agent:
      'NewsBlur Feed Fetcher - 12 subscribers - https://www.newsblur.com/site/1/feed (Mozilla/5.0 (Macintosh; Intel ' +
      'Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0.1 Safari/605.1.15)',
  },
  { name: 'Feedbin', agent: 'Feedbin feed-id:1373711 - 12 subscribers' },
  {
    name: 'The Old Reader',
    agent: 'Mozilla/5.0 (compatible; theoldreader.com; 12 subscribers; feed-id=0719795c4d27c784217b0bc0)',
  },
  {
    name: 'NetNewsWire',
    agent: 'NetNewsWire (RSS Reader; https://netnewswire.com/)',
    isSample: true,
  },
  {
    name: 'FreshRSS',
    agent: 'FreshRSS/1.28.1 (Linux; https://freshrss.org)',
    accept:
      'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, ' +
      'text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1',
    isSample: true,
  },
  {
    name: 'Miniflux',
    agent: 'Mozilla/5.0 (compatible; Miniflux/2.2.3; +https://miniflux.app)',
    accept:
      'application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, ' +
      'text/html, */*;q=0.9',
  },
  { name: 'newsboat', agent: 'newsboat/2.36.0 (Linux x86_64)' },
  { name: 'Tiny Tiny RSS', agent: 'Tiny Tiny RSS/24.02 (https://tt-rss.org/)' },
  {
    name: 'Thunderbird',
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0',
  },
  { name: 'curl', agent: 'curl/8.14.1', isSample: true },
  {
    name: 'feedparser',
    agent: 'feedparser/6.0.11 +https://github.com/kurtmckee/feedparser/',
    accept:
      'application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,' +
      'text/xml;q=0.2,*/*;q=0.1',
    isSample: true,
  },
  {
    name: 'Overcast',
    agent: 'Overcast/1.0 Podcast Sync (12 subscribers; feed-id=735461; +http://overcast.fm/)',
  },
]

/** The `User-Agent` of the doctor's own requests. */
export const OWN_AGENT = 'Strillone doctor (looks at a site once, for its publisher)'
