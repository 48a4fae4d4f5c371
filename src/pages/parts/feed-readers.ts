/** A feed reader, and the address at which it subscribes to a feed. */
export interface FeedReader {
  readonly name: string
  readonly subscribeUrl: string
}

/** The readers on the web that many people have. */
export function webReaders(feedUrl: string): readonly FeedReader[] {
  const feed = encodeURIComponent(feedUrl)
  return [
    { name: 'Feedly', subscribeUrl: `https://feedly.com/i/subscription/feed%2F${feed}` },
    { name: 'Inoreader', subscribeUrl: `https://www.inoreader.com/?add_feed=${feed}` },
    { name: 'NewsBlur', subscribeUrl: `https://www.newsblur.com/?url=${feed}` },
    { name: 'The Old Reader', subscribeUrl: `https://theoldreader.com/feeds/subscribe?url=${feed}` },
  ]
}

/** What opens the reader that is installed, whichever it is: the `feed:` scheme, before a whole URL. */
export function installedReaderUrl(feedUrl: string): string {
  return `feed:${feedUrl}`
}
