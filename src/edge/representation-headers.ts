import { stemUrl } from '../model/addresses.ts'
import { formatHttpDate, type Instant } from '../model/instant.ts'
import { bareType } from '../model/media-types.ts'
import type { Content, Representation, Stem } from '../model/resource.ts'
import { commonHeaders, DOCUMENT_HEADERS, type PublishedSite } from './common-headers.ts'
import { cacheHeaders, type PolicyName } from './policy.ts'

/** What every answer to one request depends on. */
export interface RequestContext extends PublishedSite {
  readonly request: Request
  readonly hubs: readonly string[]
  /** The moment of the request, and the next one at which the publication changes by itself. */
  readonly now: Instant
  readonly nextChange: Instant | undefined
}

/** Something found, in the form that was chosen of it. */
export interface Found {
  readonly stem: Stem
  readonly content: Content
  readonly representation: Representation
  /** Whether another Accept header gets another representation. */
  readonly negotiated: boolean
  readonly policy: PolicyName
  /** What of the URL's query makes it another resource: `?limit=3`, or nothing. */
  readonly query: string
  /** When it last changed. */
  readonly lastModified: Instant
}

/** The headers of a representation but those of its body (RFC 9110 §8, §15.4.5). */
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
    // Weak: the same tag goes with the compressed and the plain bytes (RFC 9110 §8.8.3.3).
    ETag: `W/"${etag}"`,
    // A date that is still to come must not be sent (RFC 9110 §8.8.2.1).
    ...(lastModified <= now && { 'Last-Modified': formatHttpDate(lastModified) }),
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

/** Which headers of a request choose another representation, or another coding of it (RFC 9110 §12.5.5). */
export function vary({ negotiated }: Pick<Found, 'negotiated'>): string {
  return negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding'
}

/** Adds what a body is: its type, its length and its coding. */
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

/** What is shown: one form of a resource, under a URL with a query or without. */
interface Shown {
  readonly stem: Stem
  readonly content: Content
  readonly representation: Representation
  readonly query: string
}

/** The absolute URL of one form of a resource. */
export function representationUrl(siteUrl: string, stem: Stem, { form }: Representation): string {
  return stemUrl({ url: siteUrl }, stem, form === 'html' ? '' : form)
}

/**
 * The Link header (RFC 8288) of a representation: itself, the resource's other forms with their types and, for a feed,
 * the hubs that tell of its changes (WebSub §4). `self` has one representation only, as WebSub wants it.
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
