import { parseAtomFeed, parseRssFeed } from 'feedsmith'

/** What a resource says of itself: by which hubs it is told of, and under which address (WebSub §4). */
export interface Discovered {
  readonly hubs: readonly string[]
  readonly self: readonly string[]
}

interface Link {
  readonly rel?: string | undefined
  readonly href?: string | undefined
}

const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:=(?:"[^"]*"|[^\s;,]*))?)*)/g
const RELATION = /;\s*rel=(?:"([^"]*)"|([^\s;,]*))/i

/** What a Link header says (RFC 8288 §3). */
export function discoverInHeader(header: string | null): Discovered {
  const links = [...(header ?? '').matchAll(LINK)].map(([, href, parameters = '']) => {
    const [, quoted, bare] = RELATION.exec(parameters) ?? []
    return { href, rel: quoted ?? bare }
  })
  return choose(links)
}

/** What an RSS or Atom document says. WebSub knows no way to say it in JSON. */
export function discoverInBody(type: string, body: string): Discovered {
  if (type.startsWith('application/rss+xml')) return choose(parseRssFeed(body).atom?.links ?? [])
  if (type.startsWith('application/atom+xml')) return choose(parseAtomFeed(body).links ?? [])
  return choose([])
}

function choose(links: readonly Link[]): Discovered {
  const ofRelation = (wanted: string) =>
    links.flatMap(({ rel, href }) => (href !== undefined && rel?.split(' ').includes(wanted) ? [href] : []))
  return { hubs: ofRelation('hub'), self: ofRelation('self') }
}
