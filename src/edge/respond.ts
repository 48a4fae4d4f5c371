import { concatenate } from '../model/bytes.ts'
import type { Representation } from '../model/resource.ts'
import type { Choice } from './choose-representation.ts'
import { commonHeaders } from './common-headers.ts'
import type { Decision } from './decide.ts'
import { type BodyPart, encodeBody } from './encode-body.ts'
import { decideRange, renderContentRange } from './http/range.ts'
import { cacheHeaders, NO_STORE } from './policy.ts'
import {
  describeBody,
  type Found,
  type RequestContext,
  renderHeaders,
  vary,
} from './representation-headers.ts'
import { respondProblem } from './respond-problem.ts'
import { respondText } from './respond-text.ts'
import type { StandingAnswer } from './standing-answers.ts'

/** Answers with a representation, with some entries of a feed, or with a 304, which reads no body. */
export async function respondFound(
  found: Found,
  decision: Decision,
  here: RequestContext,
): Promise<Response> {
  if (decision.kind === 'failed') {
    return respondProblem(412, 'This is not as your preconditions have it.', here.request, here, NO_STORE)
  }
  const { representation } = found
  const headers = renderHeaders(found, decision.etag, here)
  // A 304 has the caching headers of a 200, but not the headers of a content (RFC 9110 §15.4.5).
  if (decision.kind === 'not-modified') return new Response(null, { status: 304, headers })
  if (decision.kind === 'delta') {
    // RFC 3229 §10.5.1. No cache may store a delta: other clients have not asked for one.
    headers.set('IM', 'feed')
    headers.set('Cache-Control', NO_STORE['Cache-Control'])
    headers.delete('Cloudflare-CDN-Cache-Control')
    headers.append('Vary', 'A-IM, If-None-Match')
  }
  if (isRanged(found)) return respondRanged(found, headers, here)
  const part = 'places' in decision ? { places: decision.places } : undefined
  return respondBody(representation, decision.kind === 'delta' ? 226 : 200, headers, here, part)
}

/**
 * Returns a function that makes the standing answer of a representation: it has no planned change, its date is not in
 * the future, and it is not served in ranges. Undefined for other representations.
 */
export function standingAnswer(found: Found, here: RequestContext): (() => StandingAnswer) | undefined {
  const { representation, query, lastModified = here.now } = found
  const stands = here.nextChange === undefined && query === '' && lastModified <= here.now && !isRanged(found)
  if (!stands) return undefined
  return () => {
    const headers = () => renderHeaders(found, representation.etag, here)
    const body = concatenate(representation.pieces)
    const whole = describeBody(headers(), representation, body, representation.coding)
    return { body, coding: representation.coding, whole, notModified: headers() }
  }
}

/**
 * Whether byte ranges are served: for sound and film, in which players seek, and for all other files that are stored
 * uncompressed.
 */
function isRanged({ policy, representation }: Found): boolean {
  return policy === 'media' && representation.coding === 'identity'
}

/** Answers a GET with the requested bytes (RFC 9110 §14.2). Ranges do not apply to other methods. */
function respondRanged(found: Found, headers: Headers, here: RequestContext): Promise<Response> | Response {
  const { representation, lastModified } = found
  const length = representation.pieces.reduce((sum, piece) => sum + piece.length, 0)
  const body = { length, lastModified, now: here.now }
  const { method, headers: asked } = here.request
  headers.set('Accept-Ranges', 'bytes')
  const decision = method === 'GET' ? decideRange(asked, body) : undefined
  if (decision?.kind === 'unsatisfiable') {
    const further = { 'Accept-Ranges': 'bytes', 'Content-Range': renderContentRange(undefined, length) }
    return respondProblem(416, 'There are no such bytes here.', here.request, here, {
      ...NO_STORE,
      ...further,
    })
  }
  if (decision?.kind !== 'part') return respondBody(representation, 200, headers, here)
  headers.set('Content-Range', renderContentRange(decision.range, length))
  return respondBody(representation, 206, headers, here, { range: decision.range })
}

/** Answers 404 or 410 with a page that helps, in the chosen form. */
export function respondAbsent(choice: Choice, status: 404 | 410, here: RequestContext): Promise<Response> {
  const headers = new Headers({
    ...commonHeaders(here),
    ...cacheHeaders(status === 404 ? 'notFound' : 'gone', here.now, here.nextChange),
    Vary: vary(choice),
  })
  return respondBody(choice.representation, status, headers, here)
}

/** Answers with a permanent redirect to an absolute URL. */
export function respondMoved(location: string, here: RequestContext): Response {
  const caching = cacheHeaders('moved', here.now, here.nextChange)
  return respondText(301, `${location}\n`, here, { ...caching, Location: location })
}

async function respondBody(
  representation: Representation,
  status: 200 | 206 | 226 | 404 | 410,
  headers: Headers,
  { request }: RequestContext,
  part?: BodyPart,
): Promise<Response> {
  const { bytes, coding } = await encodeBody(representation, request, part)
  return send(bytes, status, describeBody(headers, representation, bytes, coding), coding)
}

function send(
  bytes: Uint8Array | ArrayBuffer,
  status: number,
  headers: Headers,
  coding: Representation['coding'],
): Response {
  if (coding === 'identity') return new Response(bytes, { status, headers })
  // `manual`: the body is compressed already and must not be compressed again.
  const init = { status, headers, encodeBody: 'manual' as const }
  return new Response(bytes, init)
}
