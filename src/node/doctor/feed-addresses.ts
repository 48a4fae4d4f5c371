import { Parser } from 'htmlparser2'
import { MOST_ATTRIBUTES, MOST_DEPTH } from '../../import/limits.ts'

/** Types with which a page announces its feeds. `application/json` is left out, because it announces other things too. */
const FEED_TYPES = ['application/rss+xml', 'application/atom+xml', 'application/feed+json']

/** A feed that a page announces. */
export interface NamedFeed {
  readonly type: string
  /** An absolute address. */
  readonly url: string
}

/** The feeds that a page announces with `<link rel="alternate">`, each once, in the order of the page. */
export function feedsOfPage(html: string, base: string): readonly NamedFeed[] {
  const named = elementsOf(html, 'link', false).flatMap(({ rel = '', type = '', href }): NamedFeed[] => {
    const kind = type.split(';')[0]?.trim().toLowerCase() ?? ''
    const isAlternate = rel.toLowerCase().split(/\s+/).includes('alternate')
    const url = absolute(href, base)
    return isAlternate && FEED_TYPES.includes(kind) && url !== undefined ? [{ type: kind, url }] : []
  })
  return [...new Map(named.map((feed) => [feed.url, feed])).values()]
}

/** The absolute addresses of the feeds in an OPML list, in its order. */
export function feedsOfOpml(opml: string, base: string): readonly string[] {
  const urls = elementsOf(opml, 'outline', true).flatMap(({ xmlUrl }) => absolute(xmlUrl, base) ?? [])
  return [...new Set(urls)]
}

type Attributes = Readonly<Record<string, string>>

/** More than any page or list should need. */
const MOST_ELEMENTS = 10_000

/** Thrown to stop the parser. The elements found so far are kept. */
class Enough extends Error {}

/** The attributes of all elements with a name. The search stops at markup that is nested too deep. */
function elementsOf(markup: string, name: string, xmlMode: boolean): readonly Attributes[] {
  const found: Attributes[] = []
  let [depth, attributes] = [0, 0]
  const parser = new Parser(
    {
      onopentagname: () => {
        depth += 1
        attributes = 0
        // For each end tag, the parser searches all open elements.
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
