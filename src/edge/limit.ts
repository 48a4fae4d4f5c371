/** Renders the query for a number of entries; empty if there is no limit. */
export function renderLimit(limit: number | undefined): string {
  return limit === undefined ? '' : `?limit=${limit}`
}

/** The limit that a URL's query asks for, or the reason why it is invalid. */
export type Limit = { readonly limit?: number } | { readonly problem: string }

/**
 * A parameter with the name `limit`, in which any letter may be percent-encoded, and its value. Other parameters are
 * not parsed: parsing thousands of them would cost a hundred times as much as the answer.
 */
const LIMIT = /(?:^|&)(?:l|%6[cC])(?:i|%69)(?:m|%6[dD])(?:i|%69)(?:t|%74)(?:=([^&]*))?(?=&|$)/g

/** Returns the query of a URL, without its question mark. */
export function queryOf(url: string): string {
  const start = url.indexOf('?')
  if (start === -1) return ''
  const end = url.indexOf('#')
  if (end === -1) return url.slice(start + 1)
  return end < start ? '' : url.slice(start + 1, end)
}

/**
 * Parses `limit=N` in a query: a number of feed entries from 1 to `most`. All other parameters (`utm_source`, `fbclid`
 * …) are ignored, because other services add them.
 */
export function parseLimit(query: string, most: number): Limit {
  if (query === '') return {}
  let written: string | undefined
  let count = 0
  for (const [, value = ''] of query.matchAll(LIMIT)) {
    written = value
    count += 1
    if (count > 1) break
  }
  if (written === undefined) return {}
  const limit = count === 1 && /^(?:\d|%3\d){1,6}$/.test(written) ? decodeURIComponent(written) : ''
  if (/^[1-9]/.test(limit) && Number(limit) <= most) return { limit: Number(limit) }
  return {
    problem: `limit is to be given once, as a whole number from 1 to ${most}: ?limit=${Math.min(10, most)}`,
  }
}
