import { formatHttpDate } from '../model/instant.ts'
import type { Representation } from '../model/resource.ts'
import { acceptsCoding } from './accept.ts'
import { gunzip } from './gunzip.ts'
import { CACHE_CONTROL, type PolicyName } from './policy.ts'
import { isNotModified } from './preconditions.ts'
import { COMMON_HEADERS } from './security-headers.ts'

/** A representation as it is about to be answered. */
export interface Answer {
  readonly status: 200 | 404
  readonly representation: Representation
  /** Whether another Accept header gets another representation. */
  readonly negotiated: boolean
  readonly policy: PolicyName
}

/** Makes the response to a request. Whether it is a 304 is decided before any body is touched. */
export async function respond(answer: Answer, request: Request): Promise<Response> {
  const { representation, status, policy } = answer
  const headers = new Headers({
    ...COMMON_HEADERS,
    'Cache-Control': CACHE_CONTROL[policy],
    Vary: answer.negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  })
  if (status !== 200) return respondBody(representation, request, status, headers)

  // Weak: the same tag goes with the compressed and the plain bytes (RFC 9110 §8.8.3.3).
  headers.set('ETag', `W/"${representation.etag}"`)
  if (representation.lastModified !== undefined) {
    headers.set('Last-Modified', formatHttpDate(representation.lastModified))
  }
  if (isNotModified(request.headers, representation)) return new Response(null, { status: 304, headers })
  return respondBody(representation, request, status, headers)
}

async function respondBody(
  representation: Representation,
  request: Request,
  status: number,
  headers: Headers,
): Promise<Response> {
  headers.set('Content-Type', representation.type)
  if (representation.coding === 'identity') {
    headers.set('Content-Length', String(representation.body.length))
    return new Response(representation.body, { status, headers })
  }
  if (acceptsCoding(clientAcceptEncoding(request), 'gzip')) {
    headers.set('Content-Encoding', 'gzip')
    headers.set('Content-Length', String(representation.body.length))
    // `manual`: the bytes are compressed already, and go out as they are.
    const init = { status, headers, encodeBody: 'manual' as const }
    return new Response(representation.body, init)
  }
  headers.set('Content-Length', String(representation.identityLength))
  return new Response(await gunzip(representation.body), { status, headers })
}

/** What the client sent: Cloudflare rewrites the header itself before a Worker sees it, and keeps the original in `cf`. */
function clientAcceptEncoding(request: Request): string | undefined {
  const cf: unknown = 'cf' in request ? request.cf : undefined
  if (typeof cf === 'object' && cf !== null && 'clientAcceptEncoding' in cf) {
    return typeof cf.clientAcceptEncoding === 'string' ? cf.clientAcceptEncoding : undefined
  }
  return request.headers.get('Accept-Encoding') ?? undefined
}

/** A permanent redirect to an absolute URL. */
export function respondMoved(location: string): Response {
  const headers = { ...COMMON_HEADERS, 'Cache-Control': CACHE_CONTROL.moved, Location: location }
  return new Response(null, { status: 301, headers })
}

/** An answer that is the same whatever is published; without a text it has no body. */
export function respondText(
  status: 204 | 405 | 410 | 500 | 503,
  policy: PolicyName,
  text?: string,
  further: Readonly<Record<string, string>> = {},
): Response {
  const headers = new Headers({ ...COMMON_HEADERS, 'Cache-Control': CACHE_CONTROL[policy], ...further })
  if (text === undefined) return new Response(null, { status, headers })
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return new Response(text, { status, headers })
}
