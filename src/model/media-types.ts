/** The Content-Type of each kind of document (RFC 9110 §8.3). */
export const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  problem: 'application/problem+json; charset=utf-8',
  jsonFeed: 'application/feed+json; charset=utf-8',
} as const

/** Returns a media type without its parameters: `text/html` for `text/html; charset=utf-8`. */
export function bareType(type: string): string {
  return type.split(';')[0] ?? type
}
