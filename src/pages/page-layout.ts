import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Site } from '../model/site.ts'
import { type Markup, markupText } from './markup.ts'
import { wordsIn } from './words.ts'

/** What differs from page to page. */
export interface PageContent {
  readonly title: string
  readonly description: string
  readonly language: string
  /** The absolute URL that the page is known by; none for a page that is at no address of its own. */
  readonly canonical?: string
  readonly main: Markup
}

/** A whole HTML page of the site, with the feed announced to browsers and readers. */
export function renderPage(page: PageContent, site: Site, feed: FeedDescription): string {
  const words = wordsIn(site.language)
  return markupText(html`<html lang="${page.language}" dir="auto">
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
${page.canonical === undefined ? '' : html`<link rel="canonical" href="${page.canonical}">`}
<link rel="alternate" type="application/rss+xml" title="${feed.title} (RSS)" href="${feed.self.rss}">
<link rel="alternate" type="application/atom+xml" title="${feed.title} (Atom)" href="${feed.self.atom}">
<link rel="alternate" type="application/feed+json" title="${feed.title} (JSON Feed)" href="${feed.self.json}">
${site.icon === undefined ? '' : html`<link rel="icon" href="${site.icon.url}">`}
<link rel="stylesheet" href="${site.url}/style.css">
</head>
<body>
<header lang="${site.language}"><a href="${site.url}/">${site.title}</a></header>
<main>
${page.main}
</main>
<footer lang="${site.language}">
<p>${words.feeds}: <a href="${feed.self.rss}">RSS</a>, <a href="${feed.self.atom}">Atom</a>, <a href="${feed.self.json}">JSON Feed</a></p>
${site.copyright === undefined ? '' : html`<p>${site.copyright}</p>`}
</footer>
</body>
</html>`)
}
