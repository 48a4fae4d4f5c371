import type { Problem } from '../../model/problem.ts'
import { isPlaceholderUrl, isPreviewUrl } from '../placeholder-host.ts'
import { type GuardContext, SITE_PATH, stopAt } from './guard-context.ts'

/** Guards against a site's address that subscribers cannot reach, or not for long. Once accepted, it is a warning. */
export function guardHost(context: GuardContext): Problem[] {
  const { before, after } = context
  const { url } = after.feed
  if (!isPlaceholderUrl(url) && !isPreviewUrl(url)) return []
  const kind = isPlaceholderUrl(url) ? 'a placeholder' : 'that of a preview'
  const told = `The address of the site, ${url}, is ${kind}, and every link of the feed leads there.`
  const stop = stopAt(context, SITE_PATH, ['url'], `${told} Write the site's own, as url: https://news.site.`)
  // The ledger of an earlier publication shows that the address was accepted. Without articles, nothing was published.
  const isAccepted = before !== undefined && before.entries.length > 0 && before.feed.url === url
  if (!isAccepted) return [stop]
  const message = `The address of the site is still ${url}, ${kind}. Write its own before anybody subscribes.`
  return [{ ...stop, severity: 'warning', message }]
}
