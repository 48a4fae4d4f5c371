/** A site's address in its canonical form, or the message for an invalid one. */
export type ParsedSiteUrl = { readonly url: string } | { readonly message: string }

/**
 * Parses the address of a site: http or https, a host, and possibly a path. The canonical form has no slash at its end,
 * so that a stem can follow.
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

/** A loop, because a regex for a run at the end is tried at each slash of a long run, at quadratic cost. */
function withoutFinalSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}
