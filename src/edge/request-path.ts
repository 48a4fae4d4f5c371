import { stemAt } from '../model/addresses.ts'
import type { Stem } from '../model/resource.ts'

/**
 * An absolute URL whose path a parser would give back as it stands: nothing in it leads elsewhere (`..`, `\`) or is still
 * to be encoded. It is what nearly everybody asks for, and a parser is ten times as slow as a look.
 */
const PLAIN_URL = /^https?:\/\/[\w.:[\]-]+((?:\/[\w-][\w.~%-]*)+|\/)(?:\?|$)/

/** What stands for the path of a URL that is not below the site's, or is none: no URL has it, since a parser takes dots away. */
export const OUTSIDE = '/..'

/**
 * Twice what a sitemap may name (2,048 characters, by its protocol), scheme and host included. Cloudflare lets four times as
 * much through, and nothing that is published has such an address.
 */
const MOST_CHARACTERS = 4096

/**
 * The path of a URL below the site's own path, as it was sent; {@link OUTSIDE} for one that is not below it, or too long to be
 * anything's. It begins with a slash, as routers want it.
 */
export function pathBelow(basePath: string, url: string): string {
  const query = url.indexOf('?')
  if ((query === -1 ? url.length : query) > MOST_CHARACTERS) return OUTSIDE
  const path = PLAIN_URL.exec(url)?.[1] ?? URL.parse(url)?.pathname ?? OUTSIDE
  if (path === basePath) return '/'
  if (path.startsWith(`${basePath}/`)) return path.slice(basePath.length)
  // Extra slashes before or in the site's own path: what is left of them tells that there are some.
  return hasExtraSlash(path) && withoutExtraSlashes(path).startsWith(`${basePath}/`)
    ? `/${withoutExtraSlashes(path).slice(basePath.length)}`
    : OUTSIDE
}

/** A path with one slash where it has several, and with none at its end: `//a//b/` → `/a/b`. */
export function withoutExtraSlashes(path: string): string {
  return hasExtraSlash(path) ? `/${path.split('/').filter(Boolean).join('/')}` : path
}

function hasExtraSlash(path: string): boolean {
  return (path.endsWith('/') && path !== '/') || path.includes('//')
}

/** What a URL's path asks for. */
export interface ResourcePath {
  readonly stem: Stem
  /** The form that the path's extension names; empty where it has none. */
  readonly form: string
}

/**
 * More marks on one letter than any language has (UAX #15 §13, "Stream-Safe Text Format"). To put them into their order
 * costs the square of their number.
 */
const TOO_MANY_MARKS = /\p{M}{31}/u

/** Reads a path below the site's own: `/feed.rss` → `/feed` as `rss`. Undefined where its percent-encoding is broken. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const decoded = decode(path)
  if (decoded === undefined) return undefined
  const form = /(?<=[^/]\.)[a-z0-9]+$/.exec(decoded)?.[0] ?? ''
  return { stem: stemAt(form === '' ? decoded : decoded.slice(0, -form.length - 1)), form }
}

/** The path of a URL is ASCII: where nothing is encoded, there is nothing to decode or to normalize. */
function decode(path: string): string | undefined {
  if (!path.includes('%')) return path
  try {
    const decoded = decodeURIComponent(path)
    // Who follows one of our own addresses sends it as we wrote it, which is normalized already.
    return TOO_MANY_MARKS.test(decoded) ? decoded : decoded.normalize('NFC')
  } catch {
    return undefined
  }
}
