import type { Context } from 'hono'
import { stemPath } from '../model/address.ts'
import type { Instant } from '../model/instant.ts'
import type { Release } from '../model/release.ts'
import type { Content } from '../model/resource.ts'
import { NOT_FOUND_STEM } from '../model/stems.ts'
import { chooseRepresentation } from './choose-representation.ts'
import { decide } from './decide.ts'
import { type Limit, parseLimit, renderLimit } from './limit.ts'
import { cacheHeaders, type PolicyName } from './policy.ts'
import type { ReleaseReader } from './release-reader.ts'
import { parseResourcePath } from './resource-path.ts'
import { type Circumstances, respondFound, respondMoved, respondNotFound, respondText } from './respond.ts'

/** The forms in which a 404 answers a request for a form; any other request gets what it accepts. */
const NOT_FOUND_FORMS: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['rss', 'txt'],
  ['atom', 'txt'],
  ['md', 'txt'],
])

/** What is answered where. Each looks at the clock once. */
export class Answers {
  readonly #release: Release
  readonly #reader: ReleaseReader
  readonly #now: () => Instant

  constructor(release: Release, reader: ReleaseReader, now: () => Instant) {
    this.#release = release
    this.#reader = reader
    this.#now = now
  }

  /** What the release has at the address, in the form that is asked for. */
  async show(c: Context, policy: PolicyName): Promise<Response> {
    const here = this.#circumstances(c)
    const path = parseResourcePath(c.req.path)
    const resource = path && (await this.#reader.find(path.stem, here.now))
    if (path === undefined || resource === undefined) return this.#missing(c, here)
    if (resource.kind === 'moved') return respondMoved(resource.location, here)
    if (resource.kind === 'gone') {
      return respondText(410, 'This was withdrawn.\n', here, cacheHeaders('gone', here.now, here.nextChange))
    }
    if (path.form === 'html' && hasPage(resource)) return this.moved(c, stemPath(path.stem))
    const choice = chooseRepresentation(resource, path.form, c.req.header('Accept'))
    if (choice === undefined) return this.#missing(c, here)
    const limit = policy === 'feed' ? this.#limit(c) : {}
    if ('problem' in limit) {
      return respondText(400, `${limit.problem}\n`, here, cacheHeaders('badRequest', here.now))
    }
    const decision = decide(c.req.raw.headers, choice.representation, {
      ...limit,
      deltas: this.#release.deltas,
    })
    return respondFound(
      { content: resource, policy, query: renderLimit(limit.limit), ...choice },
      decision,
      here,
    )
  }

  /** That it is elsewhere: at a path below the site's own. What was asked of the feed is asked there. */
  moved(c: Context, path: string): Response {
    const here = this.#circumstances(c)
    const limit = this.#limit(c)
    return respondMoved(here.siteUrl + path + ('problem' in limit ? '' : renderLimit(limit.limit)), here)
  }

  /** That nothing is at the address, in a form that helps. */
  notFound(c: Context): Promise<Response> {
    return this.#missing(c, this.#circumstances(c))
  }

  async #missing(c: Context, here: Circumstances): Promise<Response> {
    const form = NOT_FOUND_FORMS.get(parseResourcePath(c.req.path)?.form ?? '') ?? ''
    const content = await this.#reader.find(NOT_FOUND_STEM, here.now)
    const choice = content?.kind === 'content' && chooseRepresentation(content, form, c.req.header('Accept'))
    if (content?.kind !== 'content' || !choice)
      throw new Error(`The release has no page under ${NOT_FOUND_STEM}`)
    return respondNotFound({ content, ...choice }, here)
  }

  #limit(c: Context): Limit {
    return parseLimit(new URL(c.req.url).searchParams, this.#release.feedItems)
  }

  #circumstances(c: Context): Circumstances {
    const { siteUrl, hubs } = this.#release
    const now = this.#now()
    const nextChange = this.#reader.nextChange(now)
    return { request: c.req.raw, siteUrl, hubs, now, ...(nextChange !== undefined && { nextChange }) }
  }
}

function hasPage({ representations }: Content): boolean {
  return representations.some(({ form }) => form === 'html')
}
