import { bareType, MEDIA_TYPES } from '../model/media-types.ts'
import type { Content, Representation } from '../model/resource.ts'
import { isWantedMore, type Preference, parseAccept, preferenceFor, type Weighted } from './http/accept.ts'

/** Other names for JSON and XML in Accept headers. */
const JSON_NAMES = [
  'application/json',
  'application/feed+json',
  'text/json',
  'text/x-json',
  'application/x-json',
  '*/json',
]
const XML_NAMES = ['application/xml', 'text/xml']

/** Other media types that clients use for a form in Accept headers. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  [bareType(MEDIA_TYPES.rss)]: XML_NAMES,
  [bareType(MEDIA_TYPES.atom)]: XML_NAMES,
  [bareType(MEDIA_TYPES.jsonFeed)]: JSON_NAMES,
  [bareType(MEDIA_TYPES.json)]: JSON_NAMES,
  [bareType(MEDIA_TYPES.problem)]: JSON_NAMES,
  [bareType(MEDIA_TYPES.markdown)]: ['text/x-markdown'],
}

const JSON_FEED = bareType(MEDIA_TYPES.jsonFeed)
const FEED_TYPES: ReadonlySet<string> = new Set([
  bareType(MEDIA_TYPES.rss),
  bareType(MEDIA_TYPES.atom),
  JSON_FEED,
])

/** The representation that answers a request, and whether a different Accept header would get a different one. */
export interface Choice {
  readonly representation: Representation
  readonly negotiated: boolean
}

/**
 * Chooses a representation by the URL's extension. Without an extension, it chooses by the Accept header (RFC 9110
 * §12.1): the highest weight wins; of equal weights, the type that the header names first; then the resource's earlier
 * form. Of feed formats with equal weights, the earlier form wins in any order. If the client accepts no form, it gets the default form, because an answer helps more than a 406.
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

/** A form, and how much the client wants it. */
interface Offer {
  readonly representation: Representation
  readonly wanted: Preference
}

function chooseWanted(
  representations: readonly Representation[],
  accept: readonly Weighted[],
): Representation | undefined {
  const offers: Offer[] = []
  let best: Offer | undefined
  for (const representation of representations) {
    const wanted = preferenceOf(representation, accept)
    const offer = { representation, wanted }
    offers.push(offer)
    if (wanted.quality > 0 && (best === undefined || isWantedMore(wanted, best.wanted))) best = offer
    // A fast path: no other type can be preferred to this one. Most requests come from browsers, which name the page
    // first.
    if (wanted.quality === 1 && wanted.place === 0 && (wanted.closeness === 2 || accept.length <= 1)) break
  }
  return best === undefined ? representations[0] : firstFeedAlike(offers, best).representation
}

/**
 * Returns the first feed format with the same weight as the best one. The order in the client's header does not count.
 * Returns the best itself if it is no feed. Readers name the formats in many orders and accept all of them, but an article
 * may have a different id in Atom: a reader that changed over from RSS would show it again. JSON Feed wins only if the
 * client names no other feed format, because apps name JSON and also accept anything.
 */
function firstFeedAlike(offers: readonly Offer[], best: Offer): Offer {
  if (!isFeed(best.representation)) return best
  const alike = offers.filter(
    ({ representation, wanted }) => isFeed(representation) && wanted.quality === best.wanted.quality,
  )
  const namesOther = alike.some((offer) => !isJsonFeed(offer) && offer.wanted.closeness === 2)
  return isJsonFeed(best) && !namesOther ? best : (alike[0] ?? best)
}

function isJsonFeed({ representation }: Offer): boolean {
  return bareType(representation.type) === JSON_FEED
}

function isFeed({ type }: Representation): boolean {
  return FEED_TYPES.has(bareType(type))
}

function preferenceOf({ type }: Representation, accept: readonly Weighted[]): Preference {
  const bare = bareType(type)
  return preferenceFor(accept, bare, SYNONYMS[bare])
}

/**
 * Whether a request prefers JSON: its URL ends in `.json` (extra slashes do not count), or its Accept header prefers
 * JSON to HTML and to plain text.
 */
export function prefersJson({ url, headers }: Request): boolean {
  if (/^[^?#]*\.json\/*(?:[?#]|$)/.test(url)) return true
  const accept = parseAccept(headers.get('Accept') ?? undefined)
  const json = preferenceFor(accept, bareType(MEDIA_TYPES.problem), JSON_NAMES)
  const others = ['text/plain', 'text/html'].map((type) => preferenceFor(accept, type))
  return json.quality > 0 && others.every((other) => isWantedMore(json, other))
}
