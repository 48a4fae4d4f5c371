/**
 * An absolute URL whose path a parser would give back as it stands: nothing in it leads elsewhere (`..`, `\`) or is still
 * to be encoded. It is what nearly everybody asks for, and a parser is ten times as slow as a look.
 */
const PLAIN_URL = /^https?:\/\/[\w.:[\]-]+((?:\/[\w-][\w.~%-]*)+|\/)(?:\?|$)/

/** The path of a URL below the site's own path, as it was sent; empty for a URL that is not below it. */
export function pathBelow(basePath: string, url: string): string {
  const path = PLAIN_URL.exec(url)?.[1] ?? new URL(url).pathname
  if (path === basePath) return '/'
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : ''
}
