import type { Representation } from '../model/resource.ts'
import { isTakenAsStored } from './encode-body.ts'

/** The 200 and the 304 of one representation, where both stay the same until the next deployment. */
export interface StandingAnswer {
  readonly body: Uint8Array
  readonly coding: Representation['coding']
  /** The headers of the 200 with the body as it is stored, and of the 304. */
  readonly whole: Headers
  readonly notModified: Headers
}

/** A standing answer with the values of its validators, which a client sends back. */
interface KeptAnswer extends StandingAnswer {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What all bodies together take of an isolate's 128 MB, and the largest one. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_BODY_BYTES = 512 * 1024
/** The most answers, and the longest key of one, in characters. */
const MOST_ANSWERS = 1000
const LONGEST_KEY = 500

/**
 * A table from URL to the answers that an app has given there and would give again. It answers the requests that most
 * readers send (without a condition, or with the validators that they were given) and leaves every other one to the app,
 * whose answer to these would be the same to the byte. An answer is kept when it is given for the second time, with a copy
 * of its body: so a crawler costs nothing, and no pack stays in memory for it. When the table is full, it begins anew.
 */
export class StandingAnswers {
  /** By URL, or by URL and Accept header where that chooses: then its URL has `negotiated`. */
  readonly #answers = new Map<string, KeptAnswer | 'negotiated'>()
  readonly #askedOnce = new Set<string>()
  #bytes = 0

  /** The answer to a request, made at once; undefined where the app has to decide. */
  find(request: Request): Response | undefined {
    if (request.method !== 'GET') return undefined
    const { url, headers } = request
    let answer = this.#answers.get(url)
    if (answer === 'negotiated') answer = this.#answers.get(negotiatedKey(request))
    if (answer === undefined || answer === 'negotiated') return undefined
    if (headers.has('If-Match') || headers.has('If-Unmodified-Since')) return undefined
    const tag = headers.get('If-None-Match')
    // RFC 9110 §13.1.3: a date counts only where there is no tag.
    const validator = tag ?? headers.get('If-Modified-Since')
    if (validator === null) return isTakenAsStored(answer, request) ? sendStored(answer) : undefined
    if (validator !== (tag === null ? answer.lastModified : answer.etag)) return undefined
    return new Response(null, { status: 304, headers: answer.notModified })
  }

  /** Keeps the answer to a request for those that follow. A URL with a query is not kept: anybody can invent one. */
  keep(request: Request, negotiated: boolean, make: () => StandingAnswer): void {
    const { url } = request
    const key = negotiated ? negotiatedKey(request) : url
    if (url.includes('?') || key.length > LONGEST_KEY || this.#answers.has(key)) return
    if (!this.#askedOnce.delete(key)) {
      if (this.#askedOnce.size >= MOST_ANSWERS) this.#askedOnce.clear()
      this.#askedOnce.add(key)
      return
    }
    const answer = make()
    const { body, whole } = answer
    if (body.length > MOST_BODY_BYTES) return
    if (this.#answers.size > MOST_ANSWERS || this.#bytes + body.length > MOST_BYTES) this.#begin()
    this.#bytes += body.length
    if (negotiated) this.#answers.set(url, 'negotiated')
    const validators = { etag: whole.get('ETag'), lastModified: whole.get('Last-Modified') }
    this.#answers.set(key, { ...answer, body: body.slice(), ...validators })
  }

  #begin(): void {
    this.#answers.clear()
    this.#bytes = 0
  }
}

/** A URL has no space. */
function negotiatedKey({ url, headers }: Request): string {
  return `${url} ${headers.get('Accept') ?? ''}`
}

function sendStored({ body, whole, coding }: StandingAnswer): Response {
  // `manual`: the bytes are compressed already, and go out as they are.
  return new Response(body, {
    headers: whole,
    ...(coding !== 'identity' && { encodeBody: 'manual' as const }),
  })
}
