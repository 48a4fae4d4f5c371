import type { Release } from '../model/release.ts'

/** Nothing on a page runs, and nothing is loaded but pictures, sound and the site's own style. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A year, as browsers' own lists ask for. Said only by a site that has its host to itself, and not of its neighbours. */
const STRICT_TRANSPORT_SECURITY = 'max-age=31536000'

/** What apps in a browser may read of an answer beside what the Fetch standard lets them read anyway. */
const EXPOSED_HEADERS = 'ETag, Link, Content-Location, IM, Retry-After, Accept-Ranges, Content-Range'

/** What of a release every answer depends on. */
export type PublishedSite = Pick<Release, 'siteUrl' | 'preview'>

/**
 * The headers of every answer of a site: any app may read it, nobody guesses its type, links tell little of who follows,
 * and a preview is found by nobody who does not know its address.
 */
export function commonHeaders({ siteUrl, preview }: PublishedSite): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED_HEADERS,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(/^https:\/\/[^/]+$/.test(siteUrl) && { 'Strict-Transport-Security': STRICT_TRANSPORT_SECURITY }),
    ...(preview && { 'X-Robots-Tag': 'noindex' }),
  }
}

/** A drawing that is opened by itself is a document, too: it only draws, with its own styles, pictures and fonts. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

/** By form, the further headers of what browsers show as a document: a page for people, and a drawing. */
export const DOCUMENT_HEADERS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['html', { 'Content-Security-Policy': CONTENT_SECURITY_POLICY }],
  ['svg', { 'Content-Security-Policy': DRAWING_POLICY }],
])

/**
 * The further headers of an answer to OPTIONS, a browser's preflight among them (Fetch, "CORS-preflight fetch"). Libraries
 * add headers of their own to every request, and none of them does harm here. `*` covers each of them but `Authorization`;
 * what browsers that do not know `*` ask for is named.
 */
export const OPTIONS_HEADERS = {
  Allow: 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': [
    ...[
      'A-IM',
      'Accept',
      'If-Match',
      'If-Modified-Since',
      'If-None-Match',
      'If-Range',
      'If-Unmodified-Since',
    ],
    ...['Range', 'Authorization', '*'],
  ].join(', '),
  'Access-Control-Max-Age': '86400',
} as const
