/** A format of other publishers' feeds. */
export interface ForeignFormat {
  /** Its name in reports for programs. */
  readonly key: string
  readonly name: string
  /** Its media type, and other types that readers accept. */
  readonly types: readonly [right: string, ...also: string[]]
}

export const RSS: ForeignFormat = {
  key: 'rss',
  name: 'RSS',
  types: ['application/rss+xml', 'application/xml', 'text/xml'],
}

export const RSS_1: ForeignFormat = {
  key: 'rdf',
  name: 'RSS 1.0',
  types: ['application/rdf+xml', 'application/rss+xml', 'application/xml', 'text/xml'],
}

export const ATOM: ForeignFormat = {
  key: 'atom',
  name: 'Atom',
  types: ['application/atom+xml', 'application/xml', 'text/xml'],
}

export const JSON_FEED: ForeignFormat = {
  key: 'json',
  name: 'JSON Feed',
  types: ['application/feed+json', 'application/json'],
}
