import { stemAt } from '../model/addresses.ts'
import type { Stem } from '../model/resource.ts'

/**
 * An absolute URL whose path a URL parser would not change: no `..`, no `\`, and no character that must be encoded.
 * Nearly all requests have such a URL, and this test takes a tenth of the parser's time.
 */
const PLAIN_URL = /^https?:\/\/[\w.:[\]-]+((?:\/[\w-][\w.~%-]*)+|\/)(?:\?|$)/

/**
 * Stands for a path that is not below the site's own path. No URL can have it, because a URL parser removes dot
 * segments.
 */
export const OUTSIDE = '/..'

/**
 * Twice the 2,048 characters that a sitemap allows, including scheme and host. Cloudflare accepts four times as many,
 * but no published address is so long.
 */
const MOST_CHARACTERS = 4096

/**
 * Returns the path of a URL below the site's own path, percent-encoded as sent and with a leading slash, as routers
 * expect. Returns {@link OUTSIDE} for other and for too long URLs.
 */
export function pathBelow(basePath: string, url: string): string {
  const query = url.indexOf('?')
  if ((query === -1 ? url.length : query) > MOST_CHARACTERS) return OUTSIDE
  const path = PLAIN_URL.exec(url)?.[1] ?? URL.parse(url)?.pathname ?? OUTSIDE
  if (path === basePath) return '/'
  if (path.startsWith(`${basePath}/`)) return path.slice(basePath.length)
  // Extra slashes stand before or in the site's own path. One of them is kept, so that the app redirects.
  return hasExtraSlash(path) && withoutExtraSlashes(path).startsWith(`${basePath}/`)
    ? `/${withoutExtraSlashes(path).slice(basePath.length)}`
    : OUTSIDE
}

/** Removes extra slashes, and the slash at the end: `//a//b/` → `/a/b`. */
export function withoutExtraSlashes(path: string): string {
  return hasExtraSlash(path) ? `/${path.split('/').filter(Boolean).join('/')}` : path
}

function hasExtraSlash(path: string): boolean {
  return (path.endsWith('/') && path !== '/') || path.includes('//')
}

/** The parts of a requested path. */
export interface ResourcePath {
  readonly stem: Stem
  /** The form that the extension names; empty without an extension. */
  readonly form: string
}

/**
 * More combining marks on one letter than any language has (UAX #15 §13, "Stream-Safe Text Format"). Normalisation
 * sorts marks at quadratic cost.
 */
const TOO_MANY_MARKS = /\p{M}{31}/u

/**
 * Parses a path below the site's own: `/feed.rss` → stem `/feed`, form `rss`. Undefined if its percent-encoding is
 * invalid.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const decoded = decode(path)
  if (decoded === undefined) return undefined
  const form = /(?<=[^/]\.)[a-z0-9]+$/.exec(decoded)?.[0] ?? ''
  return { stem: stemAt(form === '' ? decoded : decoded.slice(0, -form.length - 1)), form }
}

/** Decodes percent-encoding. URL paths are ASCII: without encoded characters there is nothing to decode or normalise. */
function decode(path: string): string | undefined {
  if (!path.includes('%')) return path
  try {
    const decoded = decodeURIComponent(path)
    // Text with too many marks cannot be one of our addresses, which are in NFC, so it stays as it is.
    return TOO_MANY_MARKS.test(decoded) ? decoded : decoded.normalize('NFC')
  } catch {
    return undefined
  }
}
