import { html } from 'hono/html'
import type { Fragment } from '../model/rendition.ts'
import type { Slice } from '../model/slice.ts'
import { articleList, fillList } from './article-list.ts'
import type { Markup } from './markup.ts'
import { renderPage } from './page-layout.ts'
import type { SiteFrame } from './site-frame.ts'
import { sliceDirectory, sliceLink } from './slice-directory.ts'
import { describeSite } from './structured-data.ts'
import { wordsIn } from './words.ts'

/** What the home page is made of. */
export interface HomePage {
  /** The newest articles, as `renderListItem` made them. */
  readonly items: readonly Fragment[]
  readonly frame: SiteFrame
  /** Those that they are in. */
  readonly slices: readonly Slice[]
  /** The absolute URL of the newest archive's page, if there is one. */
  readonly archive?: string
}

/** The page at the site's own address: the newest articles, and the ways to all others. */
export function renderHomePage({ items, frame, slices, archive }: HomePage): readonly Fragment[] {
  const { site } = frame
  const words = wordsIn(site.language)
  const main = html`<h2 class="unseen">${words.latest}</h2>
${articleList(items, site)}
${archive !== undefined && html`<nav class="pager" aria-label="${words.kinds.archive}"><a href="${archive}">${words.older}</a></nav>\n`}${sliceDirectory(slices, site)}`
  const page = renderPage(
    {
      title: site.title,
      description: site.description,
      language: site.language,
      kind: 'front',
      canonical: `${site.url}/`,
      data: describeSite(site),
      masthead: frontMasthead(frame, slices),
      main,
    },
    frame,
  )
  return fillList(page, items)
}

/** The site's name at its largest, and below it the sections. */
function frontMasthead({ site, feed }: SiteFrame, slices: readonly Slice[]): Markup {
  const words = wordsIn(site.language)
  const sections = slices.filter(({ kind }) => kind === 'section')
  return html`<header class="masthead front">
<h1>${site.title}</h1>
${site.description !== '' && html`<p>${site.description}</p>\n`}<nav aria-label="${words.menu}"><ul>
${sections.map((section) => html`<li>${sliceLink(section, site)}</li>\n`)}<li><a href="${feed.self.html}">${words.subscribe}</a></li>
</ul></nav>
</header>`
}
