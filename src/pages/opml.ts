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
 * Adds the kind to titles that several feeds share, in upper or lower case: of feeds with one title, some readers
 * import only the first or none.
 */
function nameApart(feeds: readonly ListedFeed[], { language }: Site): readonly ListedFeed[] {
  const { kinds } = localeOf(language)
  const byTitle = Map.groupBy(feeds, ({ title }) => title.toLowerCase())
  return feeds.map((feed) => {
    const isAlone = byTitle.get(feed.title.toLowerCase())?.length === 1
    return isAlone || feed.kind === 'main' ? feed : { ...feed, title: `${feed.title} (${kinds[feed.kind]})` }
  })
}

/** Renders a feed. `type="rss"` stands for every format; outliners show `text`, and readers show `title`. */
function feedOutline({ title, html, rss }: ListedFeed): string {
  return xmlElement('outline', { type: 'rss', text: title, title, xmlUrl: rss, htmlUrl: html })
}
