import { html } from 'hono/html'
import { Temporal } from 'temporal-polyfill'
import { formatRfc3339, type Instant } from '../model/instant.ts'
import type { Site } from '../model/site.ts'
import type { Markup } from './markup.ts'
import { wordsIn } from './words.ts'

/** A moment as people read it: the date that it has in the site's time zone, in the site's language. */
export function publishedTime(moment: Instant, site: Site): Markup {
  const date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(site.timezone)
  const text = wordsIn(site.language).date(date.year, date.month, date.day)
  return html`<time datetime="${formatRfc3339(moment)}">${text}</time>`
}
