/** The query that asks for as many entries; empty where nobody asked. */
export function renderLimit(limit: number | undefined): string {
  return limit === undefined ? '' : `?limit=${limit}`
}

/** What the query of a URL asks of a feed, or why it cannot be had. */
export type Limit = { readonly limit?: number } | { readonly problem: string }

/**
 * Reads `?limit=N`: how many entries of a feed are wanted, from 1 to `most`. All other parameters are somebody else's
 * (`utm_source`, `fbclid` …) and change nothing.
 */
export function parseLimit(query: URLSearchParams, most: number): Limit {
  const [text, ...others] = query.getAll('limit')
  if (text === undefined) return {}
  const limit = Number(text)
  if (others.length === 0 && /^[1-9]\d{0,5}$/.test(text) && limit <= most) return { limit }
  return {
    problem: `limit is to be given once, as a whole number from 1 to ${most}: ?limit=${Math.min(10, most)}`,
  }
}
