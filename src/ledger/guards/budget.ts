import type { Problem } from '../../model/problem.ts'
import { type GuardContext, stopAt } from './guard-context.ts'

/**
 * Guards against an article that alone exceeds the size of a feed. While it is the newest, the feed would have no other.
 */
export function guardBudget(context: GuardContext): Problem[] {
  const { before, after, publication, at } = context
  const { bytes: most, content, items } = publication.site.feed
  if (content === 'summary') return []
  const digests = new Map((before?.entries ?? []).map(({ id, digest }) => [id, digest]))
  const now = new Map(after.entries.map(({ id, digest }) => [id, digest]))
  const candidates = publication.articles.filter(
    ({ inFeeds, expires }) => inFeeds && !(expires !== undefined && expires <= at),
  )
  const coming = candidates.filter(({ published }) => published > at).length
  return (
    candidates
      .slice(0, coming + items)
      // A published article is accepted as long as its words are the same.
      .filter(({ id }) => !digests.has(id) || digests.get(id) !== now.get(id))
      .filter(({ htmlBytes }) => htmlBytes > most)
      .map(({ path, htmlBytes }) => {
        const told = `The article has ${htmlBytes} bytes, and a whole feed may have ${most}: it would push out all others.`
        const mend = `Part it, write feed: false, or raise feed.bytes in site.yaml.`
        return stopAt(context, path, [], `${told} ${mend}`)
      })
  )
}
