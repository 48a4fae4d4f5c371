import { Hono } from 'hono'
import { ADDRESSES, type Address } from '../model/addresses.ts'
import { type Instant, instant } from '../model/instant.ts'
import type { Release } from '../model/release.ts'
import { commonHeaders, OPTIONS_HEADERS } from './common-headers.ts'
import { Handlers } from './handlers.ts'
import { PackUnavailable } from './packs/load-pack.ts'
import { logFailure } from './packs/log-failure.ts'
import type { PackStore } from './packs/pack-store.ts'
import { ReleaseReader } from './packs/release-reader.ts'
import { NO_STORE } from './policy.ts'
import { pathBelow, withoutExtraSlashes } from './request-path.ts'
import { respondProblem } from './respond-problem.ts'
import { StandingAnswers } from './standing-answers.ts'

/** The parts of an app. */
export interface AppSettings {
  readonly release: Release
  readonly store: PackStore
  /** Gives the current moment. Called at most once per request. */
  readonly now?: () => Instant
  /** The addresses that the app serves. Default: {@link ROUTES}. */
  readonly addresses?: readonly Address[]
}

/** Makes a web application from a release: each response sends bytes that the build has made. */
export function createApp({
  release,
  store,
  now = () => instant(Date.now()),
  addresses = ROUTES,
}: AppSettings): Hono {
  const standing = new StandingAnswers()
  const handlers = new Handlers(release, new ReleaseReader(release, store), now, standing)
  const basePath = new URL(release.siteUrl).pathname.replace(/\/$/, '')
  const app = new Hono({ getPath: (request) => pathBelow(basePath, request.url) })

  // One route, so that hono calls its handler directly.
  app.get('*', (c) => {
    const path = withoutExtraSlashes(c.req.path)
    const alias = FEED_ALIASES[path]
    if (alias !== undefined) return handlers.moved(c, alias)
    const address = findAddress(path, addresses)
    if (address === undefined) return path === RELEASE_PATH ? handlers.release() : handlers.notFound(c)
    return path === c.req.path ? handlers.show(c, address.policy) : handlers.tidy(c, path, address.policy)
  })
  // Methods other than GET and HEAD come here: hono handles HEAD as GET.
  app.notFound((c) => {
    const { Allow } = OPTIONS_HEADERS
    if (c.req.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: { ...commonHeaders(release), ...OPTIONS_HEADERS },
      })
    }
    return respondProblem(405, 'Only GET and HEAD are answered here.', c.req.raw, release, {
      ...NO_STORE,
      Allow,
    })
  })
  app.onError((error, c) => {
    logFailure(error, c.req.path)
    if (!(error instanceof PackUnavailable)) {
      return respondProblem(500, 'Something went wrong here.', c.req.raw, release, NO_STORE)
    }
    const again = { ...NO_STORE, 'Retry-After': '60' }
    return respondProblem(
      503,
      'This cannot be read just now. Try again in a minute.',
      c.req.raw,
      release,
      again,
    )
  })
  // Most requests repeat earlier ones. The table answers them without the router, and synchronously.
  const { fetch } = app
  app.fetch = (request, ...rest) => standing.find(request) ?? fetch(request, ...rest)
  return app
}

/** The address that names the release in service. */
const RELEASE_PATH = '/release.json'

/**
 * Paths where feed readers look for a feed by convention, and paths of other publishing systems, whose subscribers may
 * follow a publisher to Strillone.
 */
export const FEED_ALIASES: Readonly<Record<string, string>> = {
  '/rss': '/feed.rss',
  '/rss.xml': '/feed.rss',
  '/feed.xml': '/feed.rss',
  '/index.xml': '/feed.rss',
  '/feed/rss': '/feed.rss',
  '/feed/rss.xml': '/feed.rss',
  '/blog/feed': '/feed.rss',
  '/atom': '/feed.atom',
  '/atom.xml': '/feed.atom',
  '/feed/atom': '/feed.atom',
  '/feed/atom.xml': '/feed.atom',
  '/index.atom': '/feed.atom',
  '/index.rss': '/feed.rss',
  '/feed/json': '/feed.json',
  '/index.json': '/feed.json',
  '/jsonfeed': '/feed.json',
}

/** The addresses of every site, in the order in which they are tried. */
export const ROUTES: readonly Address[] = Object.values(ADDRESSES)

/** Finds the address that a path belongs to. Undefined if no address has such paths. */
export function findAddress(path: string, routes: readonly Address[]): Address | undefined {
  return routes.find(({ pattern }) => pattern.test(path))
}
