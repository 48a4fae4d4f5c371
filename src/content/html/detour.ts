/** A redirecting site: its path, and the parameter that holds the real address. */
interface Detour {
  readonly host: RegExp
  readonly path: RegExp
  readonly parameters: readonly string[]
  /** A tracking parameter that the site adds to the real address. */
  readonly adds?: string
}

const DETOURS: readonly Detour[] = [
  { host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'], adds: 'fbclid' },
  { host: /^l\.(?:instagram|threads)\.(?:com|net)$/, path: /^\/$/, parameters: ['u'], adds: 'fbclid' },
  { host: /^l\.messenger\.com$/, path: /^\/l\.php$/, parameters: ['u'], adds: 'fbclid' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, parameters: ['url'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/safety\/go$/, parameters: ['url'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/$/, parameters: ['uddg'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/$/, parameters: ['url', 'u'] },
]

/** A redirect may lead through another one. No real link has more of them. */
const MOST_DETOURS = 3

/**
 * Returns the address that a link with a click-counting redirect leads to. Google Docs, Outlook and others put such
 * redirects in front of the writer's address. The address keeps its parameters. Returns other URLs unchanged.
 */
export function withoutDetour(url: string, left: number = MOST_DETOURS): string {
  const through = left > 0 && URL.canParse(url) ? new URL(url) : undefined
  const detour = DETOURS.find(
    ({ host, path }) => through && host.test(through.host) && path.test(through.pathname),
  )
  const parameter = detour?.parameters.find((name) => through?.searchParams.has(name))
  if (through === undefined || detour === undefined || parameter === undefined) return url
  const written = through.searchParams.get(parameter) ?? ''
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return url
  const target = new URL(written)
  if (detour.adds !== undefined && target.searchParams.has(detour.adds))
    target.searchParams.delete(detour.adds)
  return withoutDetour(target.href, left - 1)
}
