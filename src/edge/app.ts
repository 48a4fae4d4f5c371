import { type Context, Hono } from 'hono'
import { type Instant, instant } from '../model/instant.ts'
import type { Release } from '../model/release.ts'
import { NOT_FOUND_STEM } from '../model/stems.ts'
import { FEED_ALIASES } from './aliases.ts'
import { chooseRepresentation } from './choose-representation.ts'
import { logFailure } from './log-failure.ts'
import type { PackStore } from './pack-store.ts'
import type { PolicyName } from './policy.ts'
import { PackUnavailable, ReleaseReader } from './release-reader.ts'
import { parseResourcePath } from './resource-path.ts'
import { respond, respondMoved, respondText } from './respond.ts'

/** Each address that something may be at, and how it is cached. What is at none of them is not even looked for. */
const ROUTES: readonly (readonly [path: string, policy: PolicyName])[] = [
  ['/', 'page'],
  ['/:name{feed(\\.[a-z]+)?}', 'feed'],
  ['/articles/:name', 'article'],
  ['/media/:name', 'media'],
  ['/style.css', 'page'],
]

const METHODS = 'GET, HEAD, OPTIONS'

/** The forms in which a 404 answers a request for a form; any other request gets what it accepts. */
const NOT_FOUND_FORMS: Readonly<Record<string, string>> = { json: 'json', rss: 'txt', atom: 'txt', md: 'txt' }

/** What an app serves, and from where. */
export interface AppSettings {
  readonly release: Release
  readonly store: PackStore
  /** The moment it is, asked once a request. */
  readonly now?: () => Instant
}

/** A release as a web application: a request in, bytes that were made at build out. */
export function createApp({ release, store, now = () => instant(Date.now()) }: AppSettings): Hono {
  const reader = new ReleaseReader(release, store)
  const basePath = new URL(release.siteUrl).pathname.replace(/\/$/, '')
  const app = new Hono({ getPath: (request) => pathBelow(basePath, request.url) })

  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return respondText(204, 'page', undefined, { Allow: METHODS })
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return respondText(405, 'error', 'Only GET and HEAD are answered here.\n', { Allow: METHODS })
  })
  for (const [path, target] of Object.entries(FEED_ALIASES)) {
    app.get(path, () => respondMoved(release.siteUrl + target))
  }
  for (const [path, policy] of ROUTES) app.get(path, (c) => show(c, policy))
  app.notFound((c) =>
    /.\/$/.test(c.req.path) ? respondMoved(release.siteUrl + c.req.path.slice(0, -1)) : notFound(c),
  )
  app.onError((error, c) => {
    logFailure(error, c.req.path)
    if (error instanceof PackUnavailable) {
      return respondText(503, 'error', 'This cannot be read just now. Try again in a minute.\n', {
        'Retry-After': '60',
      })
    }
    return respondText(500, 'error', 'Something went wrong here.\n')
  })
  return app

  async function show(c: Context, policy: PolicyName): Promise<Response> {
    const path = parseResourcePath(c.req.path)
    const resource = path && (await reader.find(path.stem, now()))
    if (path === undefined || resource === undefined) return notFound(c)
    if (resource.kind === 'moved') return respondMoved(resource.location)
    if (resource.kind === 'gone') return respondText(410, 'gone', 'This was withdrawn.\n')
    const choice = chooseRepresentation(resource, path.form, c.req.header('Accept'))
    return choice ? respond({ ...choice, status: 200, policy }, c.req.raw) : notFound(c)
  }

  async function notFound(c: Context): Promise<Response> {
    const form = NOT_FOUND_FORMS[parseResourcePath(c.req.path)?.form ?? ''] ?? ''
    const resource = await reader.find(NOT_FOUND_STEM, now())
    const choice =
      resource?.kind === 'content' && chooseRepresentation(resource, form, c.req.header('Accept'))
    if (!choice) throw new Error(`The release has no page under ${NOT_FOUND_STEM}`)
    return respond({ ...choice, status: 404, policy: 'notFound' }, c.req.raw)
  }
}

/** The path of a URL below the site's own path, as it was sent; empty for a URL that is not below it. */
function pathBelow(basePath: string, url: string): string {
  const path = new URL(url).pathname
  if (path === basePath) return '/'
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : ''
}
