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

/** What an app serves, and from where. */
export interface AppSettings {
  readonly release: Release
  readonly store: PackStore
  /** The moment it is, asked once a request. */
  readonly now?: () => Instant
  /** Where something may be. Default: at every address of {@link ROUTES}. */
  readonly addresses?: readonly Address[]
}

/** A release as a web application: a request in, bytes that were made at build out. */
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

  // One route, so that hono runs its handler and nothing around it.
  app.get('*', (c) => {
    const path = withoutExtraSlashes(c.req.path)
    const alias = FEED_ALIASES[path]
    if (alias !== undefined) return handlers.moved(c, alias)
    const address = findAddress(path, addresses)
    if (address === undefined) return path === RELEASE_PATH ? handlers.release() : handlers.notFound(c)
    return path === c.req.path ? handlers.show(c, address.policy) : handlers.tidy(c, path)
  })
  // What is left is neither GET nor HEAD, which hono takes for a GET.
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
  // Most requests are for what was asked before: they need no router, and nothing that waits.
  const { fetch } = app
  app.fetch = (request, ...rest) => standing.find(request) ?? fetch(request, ...rest)
  return app
}

/** Where a release tells which one it is. */
const RELEASE_PATH = '/release.json'

/** Where readers look for a feed by habit, and subscribers come from who followed another publisher's addresses. */
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

/** The addresses of every site, in the order in which a path is looked for among them. */
export const ROUTES: readonly Address[] = Object.values(ADDRESSES)

/** The address that a path is at, if anything may be there. */
export function findAddress(path: string, routes: readonly Address[]): Address | undefined {
  return routes.find(({ pattern }) => pattern.test(path))
}
