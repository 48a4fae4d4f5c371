import { ADDRESSES } from '../../model/addresses.ts'
import type { Reference } from './reference.ts'

/** An address of the site itself, at which neither a file nor an article was found: what is there is not known yet. */
export interface OwnAddress {
  /** Below the site's own, decoded: `/tags/russia`. */
  readonly path: string
  readonly written: string
}

/** The address of the site that a reference leads to without having found a file or an article, if it does. */
export function ownAddress(
  { url, type, idPrefix }: Reference,
  written: string,
  siteUrl: string,
): OwnAddress | undefined {
  const path = type === undefined && idPrefix === undefined ? pathBelow(siteUrl, url) : undefined
  return path === undefined ? undefined : { path, written }
}

/**
 * Whether a path from the root, as `/images/x.png`, asks for a file of ours that is not there: the site serves no file but at
 * its own addresses.
 */
export function isMissingFile(url: string, written: string, siteUrl: string): boolean {
  if (!/^\s*\/(?!\/)/.test(written)) return false
  const path = pathBelow(siteUrl, url)
  return path !== undefined && !Object.values(ADDRESSES).some(({ pattern }) => pattern.test(path))
}

function pathBelow(siteUrl: string, url: string): string | undefined {
  if (!url.startsWith(`${siteUrl}/`)) return undefined
  const encoded = url.slice(siteUrl.length).replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
