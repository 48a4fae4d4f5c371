import { html } from 'hono/html'
import type { Fragment } from '../model/rendition.ts'
import type { Term } from '../model/term.ts'
import { localeOf } from './locales/locale-of.ts'
import { articleList, fillList } from './parts/article-list.ts'
import type { Markup } from './parts/markup.ts'
import { renderPage } from './parts/page-layout.ts'
import type { SiteContext } from './parts/site-context.ts'
import { describeSite } from './parts/structured-data.ts'
import { termDirectory, termLink } from './parts/term-directory.ts'

/** The parts of the home page. */
export interface HomePage {
  /** The newest articles, rendered by `renderListItem`. */
  readonly items: readonly Fragment[]
  readonly siteContext: SiteContext
  /** The terms of these articles. */
  readonly terms: readonly Term[]
  /** The absolute URL of the newest archive's page, if there is one. */
  readonly archive?: string
}

/** Renders the page at the site's own address: the newest articles, and links to all others. */
export function renderHomePage({ items, siteContext, terms, archive }: HomePage): readonly Fragment[] {
  const { site } = siteContext
  const words = localeOf(site.language)
  const main = html`<h2 class="unseen">${words.latest}</h2>
${articleList(items, site)}
${archive !== undefined && html`<nav class="pager" aria-label="${words.kinds.archive}"><a href="${archive}">${words.older}</a></nav>\n`}${termDirectory(terms, site)}`
  const page = renderPage(
    {
      title: site.title,
      description: site.description,
      language: site.language,
      kind: 'front',
      canonical: `${site.url}/`,
      data: describeSite(site),
      masthead: frontMasthead(siteContext, terms),
      main,
    },
    siteContext,
  )
  return fillList(page, items)
}

/** Renders the site's name in large type, with the sections below it. */
function frontMasthead({ site, feed }: SiteContext, terms: readonly Term[]): Markup {
  const words = localeOf(site.language)
  const sections = terms.filter(({ kind }) => kind === 'section')
  return html`<header class="masthead front">
<h1>${site.title}</h1>
${site.description !== '' && html`<p>${site.description}</p>\n`}<nav aria-label="${words.menu}"><ul>
${sections.map((section) => html`<li>${termLink(section, site)}</li>\n`)}<li><a href="${feed.self.html}">${words.subscribe}</a></li>
</ul></nav>
</header>`
}
