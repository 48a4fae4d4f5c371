import { html } from 'hono/html'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Locale } from '../locales/locale.ts'
import type { Markup } from './markup.ts'

/** The ways from a feed's page to what came before it and after it. After the newest archive comes the feed itself. */
export function feedPager({ archive }: FeedDescription, words: Locale): Markup | string {
  const newer = archive.next ?? (archive.isArchive ? archive.current : undefined)
  const older = archive.previous
  if (newer === undefined && older === undefined) return ''
  return html`<nav class="pager" aria-label="${words.kinds.archive}">
${newer && html`<a class="newer" href="${newer.html}">${words.newer}</a>\n`}${older && html`<a class="older" href="${older.html}">${words.older}</a>\n`}</nav>
`
}
