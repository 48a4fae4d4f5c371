/** A site's address in its one form, or what is wrong with it. */
export type ParsedSiteUrl = { readonly url: string } | { readonly message: string }

/**
 * Reads the canonical address of a site: http or https, a host, perhaps a path. Its one form has no final slash, so that
 * a stem can follow it.
 */
export function parseSiteUrl(text: string): ParsedSiteUrl {
  const refuse = (reason: string): ParsedSiteUrl => ({
    message: `Cannot use the address "${text}": ${reason}. Write it as https://example.org or https://example.org/news.`,
  })
  if (!URL.canParse(text)) return refuse('it is not a whole web address')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('only http and https are published')
  if (url.search !== '' || url.hash !== '') return refuse('it has a query or a fragment')
  if (url.username !== '' || url.password !== '')
    return refuse('it holds a user name, which everybody would see')
  return { url: url.origin + withoutFinalSlashes(url.pathname) }
}

/** By hand: a pattern for a run at the end would try each slash in a long run before it. */
function withoutFinalSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}
