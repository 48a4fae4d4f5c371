/** The query that asks for as many entries; empty where nobody asked. */
export function renderLimit(limit: number | undefined): string {
  return limit === undefined ? '' : `?limit=${limit}`
}

/** What the query of a URL asks of a feed, or why it cannot be had. */
export type Limit = { readonly limit?: number } | { readonly problem: string }

/**
 * A parameter with the name `limit`, any letter of it percent-encoded or not, and its value. Other parameters are passed
 * over as text: to take apart thousands of them costs a hundred times as much as the answer.
 */
const LIMIT = /(?:^|&)(?:l|%6[cC])(?:i|%69)(?:m|%6[dD])(?:i|%69)(?:t|%74)(?:=([^&]*))?(?=&|$)/g

/** The query of a URL, without its question mark. */
export function queryOf(url: string): string {
  const start = url.indexOf('?')
  if (start === -1) return ''
  const end = url.indexOf('#')
  if (end === -1) return url.slice(start + 1)
  return end < start ? '' : url.slice(start + 1, end)
}

/**
 * Reads `limit=N` in a query: how many entries of a feed are wanted, from 1 to `most`. All other parameters are somebody
 * else's (`utm_source`, `fbclid` …) and change nothing.
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
