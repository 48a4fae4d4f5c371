import { XML_DECLARATION, xmlElement, xmlParent } from '../model/escape.ts'
import type { Site } from '../model/site.ts'
import type { TermKind } from '../model/term.ts'
import { localeOf } from './locales/locale-of.ts'

/** A feed in the list of all feeds. */
export interface ListedFeed {
  readonly title: string
  /** The absolute URL of its page, and of its RSS. */
  readonly html: string
  readonly rss: string
  readonly kind: 'main' | TermKind
}

/**
 * The feeds as a subscription list, OPML 2.0 (opml.org/spec2.opml), for readers to import: the main one, then a group for
 * each kind, in the order in which the kinds first come up.
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

/** Feeds of one title get their kinds to it, in any case of letters: some readers import only the first of two, or none. */
function nameApart(feeds: readonly ListedFeed[], { language }: Site): readonly ListedFeed[] {
  const { kinds } = localeOf(language)
  const byTitle = Map.groupBy(feeds, ({ title }) => title.toLowerCase())
  return feeds.map((feed) => {
    const isAlone = byTitle.get(feed.title.toLowerCase())?.length === 1
    return isAlone || feed.kind === 'main' ? feed : { ...feed, title: `${feed.title} (${kinds[feed.kind]})` }
  })
}

/** `type="rss"` is said of a feed in any format; `text` is what outliners show, `title` what readers do. */
function feedOutline({ title, html, rss }: ListedFeed): string {
  return xmlElement('outline', { type: 'rss', text: title, title, xmlUrl: rss, htmlUrl: html })
}
