import type { Stem } from '../model/resource.ts'

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
  return { stem: (form === '' ? decoded : decoded.slice(0, -form.length - 1)) as Stem, form }
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
