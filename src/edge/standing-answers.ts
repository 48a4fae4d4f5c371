import type { Representation } from '../model/resource.ts'
import { isTakenAsStored } from './encode-body.ts'

/** The 200 and the 304 of a representation, if both stay the same until the next deployment. */
export interface StandingAnswer {
  readonly body: Uint8Array
  readonly coding: Representation['coding']
  /** The headers of the 200 with the stored body, and those of the 304. */
  readonly whole: Headers
  readonly notModified: Headers
}

/** A standing answer, with the validators that clients send back. */
interface KeptAnswer extends StandingAnswer {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** In bytes, of an isolate's 128 MB: all bodies together, and the largest one. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_BODY_BYTES = 512 * 1024
/** The most answers, and the longest key in characters. */
const MOST_ANSWERS = 1000
const LONGEST_KEY = 500

/**
 * A table of answers by URL. It holds answers that the app has given and would give again, byte for byte. It serves the
 * requests that most readers send: without a condition, or with the validators that they have received. All other
 * requests go to the app. An answer is kept when it is given for the second time, with a copy of its body. So a crawler
 * does not fill the table, and no pack stays in memory for it. When the table is full, it is emptied.
 */
export class StandingAnswers {
  /**
   * By URL. If the Accept header chooses the answer, the URL has `negotiated`, and the key of the answer also has the
   * header.
   */
  readonly #answers = new Map<string, KeptAnswer | 'negotiated'>()
  readonly #askedOnce = new Set<string>()
  #bytes = 0

  /** Returns the answer to a request at once. Undefined if the app must decide. */
  find(request: Request): Response | undefined {
    if (request.method !== 'GET') return undefined
    const { url, headers } = request
    let answer = this.#answers.get(url)
    if (answer === 'negotiated') answer = this.#answers.get(negotiatedKey(request))
    if (answer === undefined || answer === 'negotiated') return undefined
    if (headers.has('If-Match') || headers.has('If-Unmodified-Since')) return undefined
    const tag = headers.get('If-None-Match')
    // A date counts only without a tag (RFC 9110 §13.1.3).
    const validator = tag ?? headers.get('If-Modified-Since')
    if (validator === null) return isTakenAsStored(answer, request) ? sendStored(answer) : undefined
    if (validator !== (tag === null ? answer.lastModified : answer.etag)) return undefined
    return new Response(null, { status: 304, headers: answer.notModified })
  }

  /**
   * Keeps the answer to a request for later ones. URLs with a query are not kept, because clients can invent any number
   * of them.
   */
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

/** Makes a key of two parts. URLs have no spaces. */
function negotiatedKey({ url, headers }: Request): string {
  return `${url} ${headers.get('Accept') ?? ''}`
}

function sendStored({ body, whole, coding }: StandingAnswer): Response {
  // `manual`: the body is compressed already and must not be compressed again.
  return new Response(body, {
    headers: whole,
    ...(coding !== 'identity' && { encodeBody: 'manual' as const }),
  })
}
