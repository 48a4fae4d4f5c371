import { html } from 'hono/html'
import { localeOf } from '../locales/locale-of.ts'
import { directionOf, languageAttributes } from './direction.ts'
import { feedAddresses } from './feed-addresses.ts'
import { type Markup, markupText } from './markup.ts'
import type { PageAbout } from './page-about.ts'
import { pageHead } from './page-head.ts'
import type { SiteContext } from './site-context.ts'

/** The parts that differ between pages. */
export interface PageContent extends PageAbout {
  /** The kind of the page, which the stylesheet uses. */
  readonly kind: 'front' | 'list' | 'reading' | 'absence'
  /** The head of the page, if it is not the site's name. */
  readonly masthead?: Markup
  readonly main: Markup
}

/** Renders a whole HTML page. The frame is in the site's language, the content in the page's own. */
export function renderPage(page: PageContent, siteContext: SiteContext): string {
  const { site, feed } = siteContext
  const words = localeOf(site.language)
  const own = languageAttributes(site.language, page.language)
  return markupText(html`<html lang="${page.language}" dir="${directionOf(page.language)}">
<head>
${pageHead(page, siteContext)}</head>
<body>
<a class="skip" href="#main"${own}>${words.skip}</a>
${page.masthead ?? masthead(siteContext, own)}
<main id="main" class="${page.kind}" tabindex="-1">
${page.main}
</main>
<footer class="colophon"${own}>
<p><a href="${feed.self.html}">${words.feeds}</a>: ${feedAddresses(feed).map(({ name, url }, index) => html`${index > 0 && ', '}<a href="${url}">${name}</a>`)}</p>
${site.copyright !== undefined && html`<p>${site.copyright}</p>\n`}</footer>
</body>
</html>`)
}

function masthead({ site, feed }: SiteContext, own: Markup | string): Markup {
  const words = localeOf(site.language)
  return html`<header class="masthead"${own}>
<p><a href="${site.url}/" rel="home">${site.title}</a></p>
<nav aria-label="${words.menu}"><a href="${feed.self.html}">${words.subscribe}</a></nav>
</header>`
}
