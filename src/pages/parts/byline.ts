import { html } from 'hono/html'
import { Temporal } from 'temporal-polyfill'
import { stemUrl, termStem } from '../../model/addresses.ts'
import type { ArticleFacts } from '../../model/article.ts'
import { formatRfc3339, type Instant } from '../../model/instant.ts'
import type { Site } from '../../model/site.ts'
import { term } from '../../model/term.ts'
import { localeOf } from '../locales/locale-of.ts'
import type { Markup } from './markup.ts'

/** Renders the authors of an article, after a date. Each name links to the author's articles. Empty without authors. */
export function authorNames({ authors }: ArticleFacts, site: Site): Markup | string {
  if (authors.length === 0) return ''
  const names = authors.map(
    ({ name }, index) =>
      html`${index > 0 && ', '}<a href="${stemUrl(site, termStem(term('author', name)))}" rel="author">${name}</a>`,
  )
  return html` · ${localeOf(site.language).by} ${names}`
}

/** Renders the date of a moment in the site's time zone and language. */
export function publishedTime(moment: Instant, site: Site): Markup {
  const date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(site.timezone)
  const text = localeOf(site.language).date(date.year, date.month, date.day)
  return html`<time datetime="${formatRfc3339(moment)}">${text}</time>`
}
