import { html } from 'hono/html'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Locale } from '../locales/locale.ts'
import { feedAddresses } from './feed-addresses.ts'
import type { Markup } from './markup.ts'

/** Renders how to subscribe to a feed: links for readers, and the full URLs, each selected with one click. */
export function subscribe(feed: FeedDescription, words: Locale): Markup {
  const { self } = feed
  const readers = webReaders(self.rss).map(
    ({ name, subscribeUrl }) => html`<li><a href="${subscribeUrl}" rel="nofollow">${name}</a></li>\n`,
  )
  return html`<section class="subscribe" aria-labelledby="subscribe">
<h2 id="subscribe">${words.subscribe}</h2>
<div>
<p>${words.subscribeHow}</p>
<ul class="readers">
${readers}<li><a href="${installedReaderUrl(self.rss)}">${words.installedReader}</a></li>
</ul>
</div>
<dl class="addresses">
${feedAddresses(feed).map(({ name, url }) => html`<div><dt><a href="${url}">${name}</a></dt><dd><code dir="ltr">${url}</code></dd></div>\n`)}</dl>
</section>`
}

/** A feed reader, with the URL at which it subscribes to a feed. */
export interface FeedReader {
  readonly name: string
  readonly subscribeUrl: string
}

/** Returns the links for the most popular web readers. */
export function webReaders(feedUrl: string): readonly FeedReader[] {
  const feed = encodeURIComponent(feedUrl)
  return [
    { name: 'Feedly', subscribeUrl: `https://feedly.com/i/subscription/feed%2F${feed}` },
    { name: 'Inoreader', subscribeUrl: `https://www.inoreader.com/?add_feed=${feed}` },
    { name: 'NewsBlur', subscribeUrl: `https://www.newsblur.com/?url=${feed}` },
    { name: 'The Old Reader', subscribeUrl: `https://theoldreader.com/feeds/subscribe?url=${feed}` },
  ]
}

/** Returns the URL that opens the installed reader: the `feed:` scheme before a whole URL. */
export function installedReaderUrl(feedUrl: string): string {
  return `feed:${feedUrl}`
}
