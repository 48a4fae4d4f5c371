import type { Stem } from '../model/resource.ts'

/** What a URL's path asks for. */
export interface ResourcePath {
  readonly stem: Stem
  /** The form that the path's extension names; empty where it has none. */
  readonly form: string
}

/** Reads a path below the site's own: `/feed.rss` → `/feed` as `rss`. Undefined where its percent-encoding is broken. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path).normalize('NFC')
  } catch {
    return undefined
  }
  const [, stem, form] = /^(.*[^/])\.([a-z0-9]+)$/s.exec(decoded) ?? [undefined, decoded, '']
  return { stem: stem as Stem, form: form ?? '' }
}
