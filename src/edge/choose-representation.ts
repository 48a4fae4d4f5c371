import { bareType, MEDIA_TYPES } from '../model/media-types.ts'
import type { Content, Representation } from '../model/resource.ts'
import { isWantedMore, type Preference, parseAccept, preferenceFor, type Weighted } from './http/accept.ts'

/** What clients also call a media type with one of these suffixes (RFC 6839) when they ask for it. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  xml: ['application/xml', 'text/xml'],
  json: ['application/json', 'application/feed+json', 'text/json', '*/json'],
}

const SUFFIX = /^application\/[\w.-]+\+(xml|json)$/

/** The representation that answers a request, and whether other Accept headers get another one. */
export interface Choice {
  readonly representation: Representation
  readonly negotiated: boolean
}

/**
 * Chooses by the URL's extension or, where it has none, by what the client accepts (RFC 9110 §12.1). What the client
 * wants most wins; of what it wants alike, what it names first, then the resource's earlier form; where it wants none, the
 * default form, since an answer helps more than a 406. Undefined where the resource has no such form, or none for its bare stem.
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
    // Nothing can be wanted more: most people take the page, it is the first form, and browsers name it first.
    if (wanted.quality === 1 && wanted.place === 0 && (wanted.closeness === 2 || accept.length <= 1)) break
  }
  return best
}

function preferenceOf({ type }: Representation, accept: readonly Weighted[]): Preference {
  const bare = bareType(type)
  return preferenceFor(accept, bare, SUFFIXES[SUFFIX.exec(bare)?.[1] ?? ''])
}

/** Whether a request wants JSON: its address ends so, extra slashes aside, or its Accept header names JSON and nothing else before it. */
export function prefersJson({ url, headers }: Request): boolean {
  if (/^[^?#]*\.json\/*(?:[?#]|$)/.test(url)) return true
  const accept = parseAccept(headers.get('Accept') ?? undefined)
  const json = preferenceFor(accept, bareType(MEDIA_TYPES.problem), SUFFIXES['json'])
  const others = ['text/plain', 'text/html'].map((type) => preferenceFor(accept, type))
  return json.quality > 0 && others.every((other) => isWantedMore(json, other))
}
