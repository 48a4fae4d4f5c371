import { Parser } from 'htmlparser2'
import { MOST_ATTRIBUTES, MOST_DEPTH } from '../../import/limits.ts'

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

/** More feeds than this no site names on one page, and no list of subscriptions is looked at for more. */
const MOST_ELEMENTS = 10_000

/** Thrown to stop the parser: what has been found counts. */
class Enough extends Error {}

/** The attributes of all elements of a name, up to where markup is nested deeper than anybody writes it. */
function elementsOf(markup: string, name: string, xmlMode: boolean): readonly Attributes[] {
  const found: Attributes[] = []
  let [depth, attributes] = [0, 0]
  const parser = new Parser(
    {
      onopentagname: () => {
        depth += 1
        attributes = 0
        // The parser looks through all that is open for each that ends.
        if (depth > MOST_DEPTH) throw new Enough()
      },
      onattribute: () => {
        attributes += 1
        if (attributes > MOST_ATTRIBUTES) throw new Enough()
      },
      onopentag: (tag, attribs) => {
        if (tag === name) found.push(attribs)
        if (found.length >= MOST_ELEMENTS) throw new Enough()
      },
      onclosetag: () => {
        depth -= 1
      },
    },
    { xmlMode },
  )
  try {
    parser.end(markup)
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return found
}

function absolute(href: string | undefined, base: string): string | undefined {
  if (href === undefined || !URL.canParse(href.trim(), base)) return undefined
  const url = new URL(href.trim(), base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}
