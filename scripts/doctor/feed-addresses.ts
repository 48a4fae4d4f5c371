import { parseDocument } from 'htmlparser2'

/** The types by which a page tells readers of its feeds. `application/json` alone is said of other things too. */
const FEED_TYPES = ['application/rss+xml', 'application/atom+xml', 'application/feed+json']

/** A feed that a page names. */
export interface NamedFeed {
  readonly type: string
  /** Absolute. */
  readonly url: string
}

/** The feeds that a page names with `<link rel="alternate">`, in its order, none twice. */
export function feedsOfPage(html: string, base: string): readonly NamedFeed[] {
  const named = elementsOf(html, 'link', false).flatMap(({ rel = '', type = '', href }): NamedFeed[] => {
    const kind = type.split(';')[0]?.trim().toLowerCase() ?? ''
    const isAlternate = rel.toLowerCase().split(/\s+/).includes('alternate')
    const url = absolute(href, base)
    return isAlternate && FEED_TYPES.includes(kind) && url !== undefined ? [{ type: kind, url }] : []
  })
  return [...new Map(named.map((feed) => [feed.url, feed])).values()]
}

/** The addresses of the feeds in a subscription list, OPML, in its order. */
export function feedsOfOpml(opml: string, base: string): readonly string[] {
  const urls = elementsOf(opml, 'outline', true).flatMap(({ xmlUrl }) => absolute(xmlUrl, base) ?? [])
  return [...new Set(urls)]
}

type Attributes = Readonly<Record<string, string>>
type Node = ReturnType<typeof parseDocument>['children'][number]

function elementsOf(markup: string, name: string, xmlMode: boolean): readonly Attributes[] {
  const found: Attributes[] = []
  // A list of what is still to be visited: markup may be nested deeper than a stack of calls is.
  const open: Node[] = [parseDocument(markup, { xmlMode })]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('name' in node && node.name === name && 'attribs' in node) found.push(node.attribs)
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  }
  return found
}

function absolute(href: string | undefined, base: string): string | undefined {
  if (href === undefined || !URL.canParse(href.trim(), base)) return undefined
  const url = new URL(href.trim(), base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}
