import { ADDRESSES } from '../../model/addresses.ts'
import { decodePath, type Reference } from './reference.ts'

/** An address of the site itself that is neither a file nor an article. Whether it exists is not known yet. */
export interface OwnAddress {
  /** The path below the site's URL, decoded: `/tags/russia`. */
  readonly path: string
  readonly written: string
}

/**
 * Returns the site's address that a reference leads to, if it has found neither a file nor an article. Undefined for
 * other references.
 */
export function ownAddress(
  { url, type, idPrefix }: Reference,
  written: string,
  siteUrl: string,
): OwnAddress | undefined {
  const path = type === undefined && idPrefix === undefined ? pathBelow(siteUrl, url) : undefined
  return path === undefined ? undefined : { path, written }
}

/**
 * Whether a path from the root, such as `/images/x.png`, names a file that the site does not have. The site serves
 * files only at its own addresses.
 */
export function isMissingFile(url: string, written: string, siteUrl: string): boolean {
  if (!/^\s*\/(?!\/)/.test(written)) return false
  const path = pathBelow(siteUrl, url)
  return path !== undefined && !Object.values(ADDRESSES).some(({ pattern }) => pattern.test(path))
}

function pathBelow(siteUrl: string, url: string): string | undefined {
  if (!url.startsWith(`${siteUrl}/`)) return undefined
  return decodePath(url.slice(siteUrl.length).replace(/[?#].*$/s, ''))
}
