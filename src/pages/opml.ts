import { XML_DECLARATION, xmlElement, xmlParent } from '../model/escape.ts'
import type { Site } from '../model/site.ts'
import type { TermKind } from '../model/term.ts'
import { localeOf } from './locales/locale-of.ts'

/** A feed in the list of all feeds. */
export interface ListedFeed {
  readonly title: string
  /** The absolute URLs of its page and of its RSS. */
  readonly html: string
  readonly rss: string
  readonly kind: 'main' | TermKind
}

/**
 * Renders the feeds as a subscription list in OPML 2.0 (opml.org/spec2.opml), which readers can import: the main feed,
 * then a group per kind, in the order in which the kinds first occur.
 */
export function renderOpml(site: Site, feeds: readonly ListedFeed[]): string {
  const { plurals } = localeOf(site.language)
  const named = nameApart(feeds, site)
  const main = named.filter(({ kind }) => kind === 'main')
  const kinds = [...new Set(feeds.map(({ kind }) => kind))].filter((kind) => kind !== 'main')
  const outlines = [
    ...main.map(feedOutline),
    ...kinds.map((kind) => {
      const members = named.filter((feed) => feed.kind === kind).map((feed) => `      ${feedOutline(feed)}\n`)
      return xmlParent('outline', { text: plurals[kind] }, ['\n', ...members, '    '])
    }),
  ]
  return `${XML_DECLARATION}<opml version="2.0">
  <head>
    ${xmlElement('title', {}, site.title)}
  </head>
  <body>
${outlines.map((outline) => `    ${outline}\n`).join('')}  </body>
</opml>
`
}

/**
 * Adds the kind to titles that several feeds share, in upper or lower case, and a number if two would still be alike: of
 * feeds with one title, some readers import only the first or none. A title that only one feed has stays as it is.
 */
function nameApart(feeds: readonly ListedFeed[], { language }: Site): readonly ListedFeed[] {
  const { kinds } = localeOf(language)
  const counts = Map.groupBy(feeds, ({ title }) => folded(title))
  const isOwn = ({ title, kind }: ListedFeed) => kind === 'main' || counts.get(folded(title))?.length === 1
  const taken = new Set(feeds.filter(isOwn).map(({ title }) => folded(title)))
  const lastOf = new Map<string, number>()
  return feeds.map((feed) => {
    if (feed.kind === 'main' || isOwn(feed)) return feed
    const named = `${feed.title} (${kinds[feed.kind]})`
    let number = lastOf.get(folded(named)) ?? 1
    let title = number === 1 ? named : `${named} ${number}`
    while (taken.has(folded(title))) {
      number += 1
      title = `${named} ${number}`
    }
    taken.add(folded(title))
    lastOf.set(folded(named), number)
    return { ...feed, title }
  })
}

/** A title in the form in which titles are compared: without differences of case, composition and white space. */
function folded(title: string): string {
  return title.normalize('NFKC').toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Renders a feed. `type="rss"` stands for every format; outliners show `text`, and readers show `title`. */
function feedOutline({ title, html, rss }: ListedFeed): string {
  return xmlElement('outline', { type: 'rss', text: title, title, xmlUrl: rss, htmlUrl: html })
}
