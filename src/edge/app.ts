import { type Context, Hono } from 'hono'
import { stemUrl } from '../model/address.ts'
import { type Instant, instant } from '../model/instant.ts'
import type { Release } from '../model/release.ts'
import { NOT_FOUND_STEM } from '../model/stems.ts'
import { FEED_ALIASES } from './aliases.ts'
import { chooseRepresentation } from './choose-representation.ts'
import { commonHeaders, OPTIONS_HEADERS } from './common-headers.ts'
import { decide } from './decide.ts'
import { parseLimit } from './limit.ts'
import { PackUnavailable } from './load-pack.ts'
import { logFailure } from './log-failure.ts'
import type { PackStore } from './pack-store.ts'
import { cacheHeaders, NO_STORE, type PolicyName } from './policy.ts'
import { ReleaseReader } from './release-reader.ts'
import { parseResourcePath } from './resource-path.ts'
import { type Circumstances, respondFound, respondMoved, respondNotFound, respondText } from './respond.ts'

/** Each address that something may be at, and how it is cached. What is at none of them is not even looked for. */
const ROUTES: readonly (readonly [path: string, policy: PolicyName])[] = [
  ['/', 'page'],
  ['/:name{feed(\\.[a-z]+)?}', 'feed'],
  ['/articles/:name', 'article'],
  ['/media/:name', 'media'],
  ['/style.css', 'page'],
]

/** The forms in which a 404 answers a request for a form; any other request gets what it accepts. */
const NOT_FOUND_FORMS: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['rss', 'txt'],
  ['atom', 'txt'],
  ['md', 'txt'],
])

/** What an app serves, and from where. */
export interface AppSettings {
  readonly release: Release
  readonly store: PackStore
  /** The moment it is, asked once a request. */
  readonly now?: () => Instant
}

/** A release as a web application: a request in, bytes that were made at build out. */
export function createApp({ release, store, now = () => instant(Date.now()) }: AppSettings): Hono {
  const { siteUrl, hubs } = release
  const reader = new ReleaseReader(release, store)
  const basePath = new URL(siteUrl).pathname.replace(/\/$/, '')
  const app = new Hono({ getPath: (request) => pathBelow(basePath, request.url) })

  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (c.req.method === 'OPTIONS') {
      return new Response(null, { status: 204, headers: { ...commonHeaders(siteUrl), ...OPTIONS_HEADERS } })
    }
    const { Allow } = OPTIONS_HEADERS
    return respondText(405, 'Only GET and HEAD are answered here.\n', release, { ...NO_STORE, Allow })
  })
  for (const [path, target] of Object.entries(FEED_ALIASES)) {
    app.get(path, (c) => respondMoved(siteUrl + target, circumstances(c)))
  }
  for (const [path, policy] of ROUTES) app.get(path, (c) => show(c, policy))
  app.notFound((c) => {
    const withoutSlash = c.req.path.replace(/(?<=.)\/+$/, '')
    return withoutSlash === c.req.path ? notFound(c) : respondMoved(siteUrl + withoutSlash, circumstances(c))
  })
  app.onError((error, c) => {
    logFailure(error, c.req.path)
    if (!(error instanceof PackUnavailable))
      return respondText(500, 'Something went wrong here.\n', release, NO_STORE)
    const again = { ...NO_STORE, 'Retry-After': '60' }
    return respondText(503, 'This cannot be read just now. Try again in a minute.\n', release, again)
  })
  return app

  async function show(c: Context, policy: PolicyName): Promise<Response> {
    const here = circumstances(c)
    const path = parseResourcePath(c.req.path)
    const resource = path && (await reader.find(path.stem, here.now))
    if (path === undefined || resource === undefined) return notFound(c, here)
    if (resource.kind === 'moved') return respondMoved(resource.location, here)
    if (resource.kind === 'gone') {
      return respondText(
        410,
        'This was withdrawn.\n',
        release,
        cacheHeaders('gone', here.now, here.nextChange),
      )
    }
    if (path.form === 'html' && resource.representations.some(({ form }) => form === 'html')) {
      return respondMoved(stemUrl({ url: siteUrl }, path.stem), here)
    }
    const choice = chooseRepresentation(resource, path.form, c.req.header('Accept'))
    if (choice === undefined) return notFound(c, here)
    const wishes = parseWishes(c, policy)
    if ('problem' in wishes) {
      return respondText(400, `${wishes.problem}\n`, release, cacheHeaders('badRequest', here.now))
    }
    const decision = decide(c.req.raw.headers, choice.representation, { ...wishes, deltas: release.deltas })
    return respondFound({ content: resource, policy, ...choice }, decision, here)
  }

  async function notFound(c: Context, here = circumstances(c)): Promise<Response> {
    const form = NOT_FOUND_FORMS.get(parseResourcePath(c.req.path)?.form ?? '') ?? ''
    const content = await reader.find(NOT_FOUND_STEM, here.now)
    const choice = content?.kind === 'content' && chooseRepresentation(content, form, c.req.header('Accept'))
    if (content?.kind !== 'content' || !choice)
      throw new Error(`The release has no page under ${NOT_FOUND_STEM}`)
    return respondNotFound({ content, policy: 'notFound', ...choice }, here)
  }

  function parseWishes(c: Context, policy: PolicyName): ReturnType<typeof parseLimit> {
    return policy === 'feed' ? parseLimit(new URL(c.req.url).searchParams, release.feedItems) : {}
  }

  function circumstances(c: Context): Circumstances {
    const moment = now()
    const nextChange = reader.nextChange(moment)
    return { request: c.req.raw, siteUrl, hubs, now: moment, ...(nextChange !== undefined && { nextChange }) }
  }
}

/** The path of a URL below the site's own path, as it was sent; empty for a URL that is not below it. */
function pathBelow(basePath: string, url: string): string {
  const path = new URL(url).pathname
  if (path === basePath) return '/'
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : ''
}
