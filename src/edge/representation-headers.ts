import { stemUrl } from '../model/addresses.ts'
import { formatHttpDate, type Instant } from '../model/instant.ts'
import { bareType } from '../model/media-types.ts'
import type { Content, Representation, Stem } from '../model/resource.ts'
import { commonHeaders, DOCUMENT_HEADERS, type PublishedSite } from './common-headers.ts'
import { cacheHeaders, type PolicyName } from './policy.ts'

/** The parts of a request that every answer depends on. */
export interface RequestContext extends PublishedSite {
  readonly request: Request
  readonly hubs: readonly string[]
  /** The moment of the request, and the next planned change of the answer. */
  readonly now: Instant
  readonly nextChange: Instant | undefined
}

/** A resource that was found, and its chosen form. */
export interface Found {
  readonly stem: Stem
  readonly content: Content
  readonly representation: Representation
  /** Whether a different Accept header would get a different representation. */
  readonly negotiated: boolean
  readonly policy: PolicyName
  /** The part of the query that names another resource: `?limit=3`, or empty. */
  readonly query: string
  /** When the content last changed. Undefined if it has no date. */
  readonly lastModified: Instant | undefined
}

/** Renders the headers of a representation, without those of its body (RFC 9110 §8, §15.4.5). */
export function renderHeaders(found: Found, etag: string, here: RequestContext): Headers {
  return new Headers({
    ...commonHeaders(here),
    ...cacheHeaders(found.policy, here.now, here.nextChange),
    ...describe(found, etag, here),
  })
}

function describe(
  found: Found,
  etag: string,
  { siteUrl, hubs, now }: RequestContext,
): Record<string, string> {
  const { stem, content, representation, negotiated, policy, query, lastModified } = found
  return {
    // Weak, because the compressed and the plain bytes have the same tag (RFC 9110 §8.8.3.3).
    ETag: `W/"${etag}"`,
    // A date in the future must not be sent (RFC 9110 §8.8.2.1).
    ...(lastModified !== undefined &&
      lastModified <= now && { 'Last-Modified': formatHttpDate(lastModified) }),
    ...(negotiated &&
      representation.form !== 'html' && {
        'Content-Location': representationUrl(siteUrl, stem, representation) + query,
      }),
    ...(content.representations.length > 1 && {
      Link: renderLinks(siteUrl, found, policy === 'feed' ? hubs : []),
    }),
    Vary: vary(found),
  }
}

/** Lists the request headers that choose the representation or its coding (RFC 9110 §12.5.5). */
export function vary({ negotiated }: Pick<Found, 'negotiated'>): string {
  return negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding'
}

/** Adds the headers of a body: type, length and coding. */
export function describeBody(
  headers: Headers,
  { type, form }: Representation,
  bytes: Uint8Array | ArrayBuffer,
  coding: Representation['coding'],
): Headers {
  headers.set('Content-Type', type)
  headers.set('Content-Length', String(bytes.byteLength))
  for (const [name, value] of Object.entries(DOCUMENT_HEADERS.get(form) ?? {})) headers.set(name, value)
  if (coding !== 'identity') headers.set('Content-Encoding', coding)
  return headers
}

/** One form of a resource, under a URL with or without a query. */
interface Shown {
  readonly stem: Stem
  readonly content: Content
  readonly representation: Representation
  readonly query: string
}

/** Returns the absolute URL of one form of a resource. */
export function representationUrl(siteUrl: string, stem: Stem, { form }: Representation): string {
  return stemUrl({ url: siteUrl }, stem, form === 'html' ? '' : form)
}

/**
 * Renders the Link header (RFC 8288) of a representation: `self`, the resource's other forms with their types and, for
 * a feed, its hubs (WebSub §4). `self` names exactly one representation, because a hub subscribes to one topic URL.
 */
export function renderLinks(
  siteUrl: string,
  { stem, content, representation, query }: Shown,
  hubs: readonly string[],
): string {
  const forms = content.representations.map((each) => {
    const relation = each === representation ? 'self' : 'alternate'
    return `<${representationUrl(siteUrl, stem, each)}${query}>; rel="${relation}"; type="${bareType(each.type)}"`
  })
  return [...forms, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(', ')
}
