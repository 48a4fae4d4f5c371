import { html } from 'hono/html'
import { sliceStem, stemUrl } from '../model/addresses.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Slice } from '../model/slice.ts'
import { articleList, fillList } from './article-list.ts'
import { feedPager } from './feed-pager.ts'
import { describeSubject, type FeedSubject } from './feed-subject.ts'
import type { Markup } from './markup.ts'
import { renderPage } from './page-layout.ts'
import type { SiteFrame } from './site-frame.ts'
import { sliceDirectory } from './slice-directory.ts'
import { describeCollection } from './structured-data.ts'
import { feedAddresses, subscribe } from './subscribe.ts'
import { wordsIn } from './words.ts'

/** What a feed's page is made of. */
export interface FeedPage {
  /** The feed's articles, as `renderListItem` made them. */
  readonly items: readonly Fragment[]
  readonly frame: SiteFrame
  /** The very feed that this is the page of. */
  readonly feed: FeedDescription
  readonly subject: FeedSubject
  /** Those that its articles are in. */
  readonly slices: readonly Slice[]
}

/** What a person sees who opens a feed in a browser: what it is, how to subscribe, and what it holds. */
export function renderFeedPage({ items, frame, feed, subject, slices }: FeedPage): readonly Fragment[] {
  const { site } = frame
  const words = wordsIn(site.language)
  const { title, heading, kicker, description } = describeSubject(subject, site)
  const isArchive = subject.kind === 'archive'
  const isMain = subject.kind === 'main'
  const others = slices.filter((slice) => stemUrl(site, sliceStem(slice)) !== feed.self.html)
  const main = html`<header>
${kicker !== undefined && html`<p class="kicker">${kicker}</p>\n`}<h1>${heading}</h1>
<p class="standfirst">${description}</p>
</header>
${isArchive ? archiveNote(feed, frame) : subscribe(feed.self, words)}
<h2>${isArchive ? words.articles : words.latest}</h2>
${articleList(items, site)}
${feedPager(feed, words)}${sliceDirectory(others, site)}`
  const page = renderPage(
    {
      title,
      description,
      language: site.language,
      kind: 'list',
      canonical: feed.self.html,
      ...(!isMain && !isArchive && { feed }),
      data: describeCollection({ title, description, url: feed.self.html }, site),
      main,
    },
    frame,
  )
  return fillList(page, items)
}

/** Nobody is to subscribe to what does not change any more, but its documents are there for apps. */
function archiveNote(feed: FeedDescription, frame: SiteFrame): Markup {
  const words = wordsIn(frame.site.language)
  const current = feed.archive.current ?? frame.feed.self
  const forms = feedAddresses(feed.self).map(
    ({ name, url }, index) => html`${index > 0 && ', '}<a href="${url}">${name}</a>`,
  )
  return html`<p class="note">${words.archiveHint} <a href="${current.html}">${words.currentFeed}</a>. ${words.otherForms}: ${forms}</p>`
}
