import { bareType, MEDIA_TYPES } from '../model/media-types.ts'
import type { Content, Representation } from '../model/resource.ts'
import { isWantedMore, type Preference, parseAccept, preferenceFor, type Weighted } from './http/accept.ts'

/** Other names, by suffix (RFC 6839), under which clients ask for a media type. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  xml: ['application/xml', 'text/xml'],
  json: ['application/json', 'application/feed+json', 'text/json', '*/json'],
}

const SUFFIX = /^application\/[\w.-]+\+(xml|json)$/

/** The representation that answers a request, and whether a different Accept header would get a different one. */
export interface Choice {
  readonly representation: Representation
  readonly negotiated: boolean
}

/**
 * Chooses a representation by the URL's extension. Without an extension, it chooses by the Accept header (RFC 9110
 * §12.1): the highest weight wins; of equal weights, the type that the header names first; then the resource's earlier
 * form. If the client accepts no form, it gets the default form, because an answer helps more than a 406.
 *
 * Returns undefined if the resource does not have the requested form, or has no form for its stem without an extension.
 */
export function chooseRepresentation(
  content: Content,
  form: string,
  accept: string | undefined,
): Choice | undefined {
  if (form !== '') {
    const representation = content.representations.find((each) => each.form === form && form !== 'html')
    return representation && { representation, negotiated: false }
  }
  if (!content.representations.some((each) => each.form === 'html')) return undefined
  const representation = chooseWanted(content.representations, parseAccept(accept))
  return representation && { representation, negotiated: content.representations.length > 1 }
}

function chooseWanted(
  representations: readonly Representation[],
  accept: readonly Weighted[],
): Representation | undefined {
  let [best] = representations
  let most: Preference | undefined
  for (const representation of representations) {
    const wanted = preferenceOf(representation, accept)
    if (wanted.quality > 0 && (most === undefined || isWantedMore(wanted, most))) {
      best = representation
      most = wanted
    }
    // A fast path: no other type can be preferred to this one. Most requests come from browsers, which name the page
    // first.
    if (wanted.quality === 1 && wanted.place === 0 && (wanted.closeness === 2 || accept.length <= 1)) break
  }
  return best
}

function preferenceOf({ type }: Representation, accept: readonly Weighted[]): Preference {
  const bare = bareType(type)
  return preferenceFor(accept, bare, SUFFIXES[SUFFIX.exec(bare)?.[1] ?? ''])
}

/**
 * Whether a request prefers JSON: its URL ends in `.json` (extra slashes do not count), or its Accept header prefers
 * JSON to HTML and to plain text.
 */
export function prefersJson({ url, headers }: Request): boolean {
  if (/^[^?#]*\.json\/*(?:[?#]|$)/.test(url)) return true
  const accept = parseAccept(headers.get('Accept') ?? undefined)
  const json = preferenceFor(accept, bareType(MEDIA_TYPES.problem), SUFFIXES['json'])
  const others = ['text/plain', 'text/html'].map((type) => preferenceFor(accept, type))
  return json.quality > 0 && others.every((other) => isWantedMore(json, other))
}
