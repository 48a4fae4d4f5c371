import type { Release } from '../model/release.ts'

/** A page runs no scripts. It loads only pictures, sound, film and the site's own style. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * One year, the time that the browsers' preload lists ask for. Sent only by a site that has its host to itself, and
 * without `includeSubDomains`, because other hosts of the domain may not use HTTPS.
 */
const STRICT_TRANSPORT_SECURITY = 'max-age=31536000'

/** The headers that apps in a browser may read, beyond those that the Fetch standard always lets them read. */
const EXPOSED_HEADERS = 'ETag, Link, Content-Location, IM, Retry-After, Accept-Ranges, Content-Range'

/** The parts of a release that the headers of every answer depend on. */
export type PublishedSite = Pick<Release, 'siteUrl' | 'preview'>

/**
 * The headers of every answer of a site. Any app may read the answer; browsers do not guess its type; links send only
 * the site's origin as the referrer; search engines do not index a preview.
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

/** An SVG file that is opened by itself is a document. It may only draw, with its own styles, pictures and fonts. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

/** Further headers, by form, for documents that browsers show: pages and SVG files. */
export const DOCUMENT_HEADERS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['html', { 'Content-Security-Policy': CONTENT_SECURITY_POLICY }],
  ['svg', { 'Content-Security-Policy': DRAWING_POLICY }],
])

/**
 * Further headers of an answer to OPTIONS, which includes a browser's preflight (Fetch, "CORS-preflight fetch").
 * Libraries add headers of their own to requests, and here all of them are harmless. `*` covers every header but
 * `Authorization`. The headers that browsers without support for `*` ask for are listed by name.
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
