import { Hono } from 'hono'
import { type Instant, instant } from '../model/instant.ts'
import type { Release } from '../model/release.ts'
import { FEED_ALIASES } from './aliases.ts'
import { Answers } from './answers.ts'
import { commonHeaders, OPTIONS_HEADERS } from './common-headers.ts'
import { PackUnavailable } from './load-pack.ts'
import { logFailure } from './log-failure.ts'
import type { PackStore } from './pack-store.ts'
import { NO_STORE, type PolicyName } from './policy.ts'
import { ReleaseReader } from './release-reader.ts'
import { respondText } from './respond.ts'

/** Each address that something may be at, and how it is cached. What is at none of them is not even looked for. */
const ROUTES: readonly (readonly [path: string, policy: PolicyName])[] = [
  ['/', 'page'],
  ['/:name{feed(\\.[a-z]+)?}', 'feed'],
  ['/tags/:name', 'feed'],
  ['/authors/:name', 'feed'],
  ['/sections/:name', 'feed'],
  ['/languages/:name', 'feed'],
  ['/archive/:name', 'feed'],
  ['/articles/:name', 'article'],
  ['/media/:name', 'media'],
  ['/:name{style-[0-9a-f]+\\.css}', 'media'],
  ['/feeds.opml', 'page'],
  ['/:name{sitemap(-[0-9]+)?\\.xml}', 'page'],
  ['/news-sitemap.xml', 'page'],
  ['/robots.txt', 'page'],
  ['/llms.txt', 'page'],
]

/** What an app serves, and from where. */
export interface AppSettings {
  readonly release: Release
  readonly store: PackStore
  /** The moment it is, asked once a request. */
  readonly now?: () => Instant
}

/** A release as a web application: a request in, bytes that were made at build out. */
export function createApp({ release, store, now = () => instant(Date.now()) }: AppSettings): Hono {
  const answers = new Answers(release, new ReleaseReader(release, store), now)
  const basePath = new URL(release.siteUrl).pathname.replace(/\/$/, '')
  const app = new Hono({ getPath: (request) => pathBelow(basePath, request.url) })

  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (c.req.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: { ...commonHeaders(release), ...OPTIONS_HEADERS },
      })
    }
    const { Allow } = OPTIONS_HEADERS
    return respondText(405, 'Only GET and HEAD are answered here.\n', release, { ...NO_STORE, Allow })
  })
  for (const [alias, path] of Object.entries(FEED_ALIASES)) app.get(alias, (c) => answers.moved(c, path))
  for (const [path, policy] of ROUTES) app.get(path, (c) => answers.show(c, policy))
  app.get('/release.json', () => answers.release())
  app.notFound((c) => {
    const withoutSlash = c.req.path.replace(/(?<=.)\/+$/, '')
    return withoutSlash === c.req.path ? answers.notFound(c) : answers.moved(c, withoutSlash)
  })
  app.onError((error, c) => {
    logFailure(error, c.req.path)
    if (!(error instanceof PackUnavailable)) {
      return respondText(500, 'Something went wrong here.\n', release, NO_STORE)
    }
    const again = { ...NO_STORE, 'Retry-After': '60' }
    return respondText(503, 'This cannot be read just now. Try again in a minute.\n', release, again)
  })
  return app
}

/** The path of a URL below the site's own path, as it was sent; empty for a URL that is not below it. */
function pathBelow(basePath: string, url: string): string {
  const path = new URL(url).pathname
  if (path === basePath) return '/'
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : ''
}
