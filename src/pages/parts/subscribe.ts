import { html } from 'hono/html'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Locale } from '../locales/locale.ts'
import { feedAddresses } from './feed-addresses.ts'
import { installedReaderUrl, webReaders } from './feed-readers.ts'
import type { Markup } from './markup.ts'

/** How to subscribe to a feed: links for readers, and the addresses in full, each selected at one click. */
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
