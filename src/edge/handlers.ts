import type { Context } from 'hono'
import { GONE_STEM, NOT_FOUND_STEM, stemPath } from '../model/addresses.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Release } from '../model/release.ts'
import type { Content, Version } from '../model/resource.ts'
import { chooseRepresentation } from './choose-representation.ts'
import { decide } from './decide.ts'
import { type Limit, parseLimit, queryOf, renderLimit } from './limit.ts'
import type { ReleaseReader } from './packs/release-reader.ts'
import { cacheHeaders, NO_STORE, type PolicyName } from './policy.ts'
import type { RequestContext } from './representation-headers.ts'
import { parseResourcePath, withoutExtraSlashes } from './request-path.ts'
import { respondAbsent, respondFound, respondMoved, standingAnswer } from './respond.ts'
import { respondProblem } from './respond-problem.ts'
import { respondText } from './respond-text.ts'
import type { StandingAnswers } from './standing-answers.ts'

/** The form of a 404 or 410, by the form that the request asks for. Other requests get the form that they accept. */
const ABSENT_FORMS: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['rss', 'txt'],
  ['atom', 'txt'],
  ['md', 'txt'],
])

/** Answers requests. Each handler reads the clock once. */
export class Handlers {
  readonly #release: Release
  readonly #reader: ReleaseReader
  readonly #now: () => Instant
  readonly #standing: StandingAnswers

  constructor(release: Release, reader: ReleaseReader, now: () => Instant, standing: StandingAnswers) {
    this.#release = release
    this.#reader = reader
    this.#now = now
    this.#standing = standing
  }

  /** Answers with the release's content at the address, in the requested form. */
  async show(c: Context, policy: PolicyName): Promise<Response> {
    const now = this.#now()
    const path = parseResourcePath(c.req.path)
    const found = path && (await this.#reader.find(path.stem, now))
    if (path === undefined || found === undefined) return this.#absent(c, 404, now)
    const { shows, changed, nextChange } = found
    // The caching time of a 410 must not reveal that a new article will come to this address, so it depends on the next
    // change of the whole publication.
    if (shows.kind === 'gone') return this.#absent(c, 410, now)
    if (shows.kind === 'moved') {
      return respondMoved(
        // A page has one form; its new location may not have that form.
        policy === 'page' ? shows.location : inForm(shows.location, path.form),
        this.#requestContext(c, now, this.#anyChange(now)),
      )
    }
    const here = this.#requestContext(c, now, nextChange)
    if (path.form === 'html' && hasPage(shows)) return this.#lead(c, stemPath(path.stem), policy, here)
    const choice = chooseRepresentation(shows, path.form, c.req.header('Accept'))
    if (choice === undefined) return this.#absent(c, 404, now)
    const limit = policy === 'feed' ? this.#limit(c) : {}
    if ('problem' in limit) {
      return respondProblem(400, limit.problem, here.request, here, cacheHeaders('badRequest', here.now))
    }
    // Without any publication, the site has no date.
    const lastModified = choice.representation.lastModified ?? (changed === EPOCH ? undefined : changed)
    const decision = decide(c.req.raw.headers, choice.representation, lastModified, {
      ...limit,
      deltas: this.#release.deltas,
    })
    const query = renderLimit(limit.limit)
    const chosen = { stem: path.stem, content: shows, policy, query, lastModified, ...choice }
    const standing = standingAnswer(chosen, here)
    if (standing) this.#standing.keep(c.req.raw, choice.negotiated, standing)
    return respondFound(chosen, decision, here)
  }

  /**
   * Redirects an address with extra slashes to the address without them if that has content. Otherwise gives the answer
   * of the address without them.
   */
  async tidy(c: Context, path: string, policy: PolicyName): Promise<Response> {
    const now = this.#now()
    const { stem, form } = parseResourcePath(path) ?? {}
    const found = stem && (await this.#reader.find(stem, now))
    if (found?.shows.kind === 'gone') return this.#absent(c, 410, now)
    if (found === undefined || !hasForm(found.shows, form ?? '')) return this.#absent(c, 404, now)
    return this.#lead(c, path, policy, this.#requestContext(c, now, this.#anyChange(now)))
  }

  /** Redirects to a fixed path below the site's own. It does not depend on the release. */
  moved(c: Context, path: string): Response {
    return this.#lead(c, path, 'feed', this.#requestContext(c, this.#now(), undefined))
  }

  /** Redirects to a path below the site's own. Of the query it keeps the `limit` of a feed, because nothing else changes an answer. */
  #lead(c: Context, path: string, policy: PolicyName, here: RequestContext): Response {
    const limit = policy === 'feed' ? this.#limit(c) : {}
    return respondMoved(here.siteUrl + path + ('problem' in limit ? '' : renderLimit(limit.limit)), here)
  }

  /** Answers with the id of the release, so that a deployment can be verified. */
  release(): Response {
    const { id } = this.#release
    const further = { ...NO_STORE, 'Content-Type': MEDIA_TYPES.json }
    return respondText(200, `${JSON.stringify({ release: id })}\n`, this.#release, further)
  }

  /** Answers 404 in the form that helps the client most. */
  notFound(c: Context): Promise<Response> {
    return this.#absent(c, 404, this.#now())
  }

  async #absent(c: Context, status: 404 | 410, now: Instant): Promise<Response> {
    const form = ABSENT_FORMS.get(parseResourcePath(withoutExtraSlashes(c.req.path))?.form ?? '') ?? ''
    const stem = status === 404 ? NOT_FOUND_STEM : GONE_STEM
    const shows = (await this.#reader.find(stem, now))?.shows
    const choice = shows?.kind === 'content' && chooseRepresentation(shows, form, c.req.header('Accept'))
    if (!choice) throw new Error(`The release has no page under ${stem}`)
    return respondAbsent(choice, status, this.#requestContext(c, now, this.#anyChange(now)))
  }

  #limit(c: Context): Limit {
    return parseLimit(queryOf(c.req.raw.url), this.#release.feedItems)
  }

  /**
   * The next change of the whole publication. A resource that is not found has no change of its own, so any change may
   * affect it.
   */
  #anyChange(now: Instant): Instant | undefined {
    return this.#reader.nextChange(now)
  }

  #requestContext(c: Context, now: Instant, nextChange: Instant | undefined): RequestContext {
    const { siteUrl, preview, hubs } = this.#release
    return { request: c.req.raw, siteUrl, preview, hubs, now, nextChange }
  }
}

function inForm(location: string, form: string): string {
  return form === '' || form === 'html' ? location : `${location}.${form}`
}

function hasForm(shows: Version['shows'], form: string): boolean {
  if (shows.kind !== 'content') return true
  return form === 'html' ? hasPage(shows) : chooseRepresentation(shows, form, undefined) !== undefined
}

function hasPage({ representations }: Content): boolean {
  return representations.some(({ form }) => form === 'html')
}
