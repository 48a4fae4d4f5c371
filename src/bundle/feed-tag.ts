declare const fingerprintBrand: unique symbol

/** Identifies an entry of a feed: seven digits to the base of 36, made from its bytes. */
export type Fingerprint = string & { readonly [fingerprintBrand]: true }

/**
 * The most entries that a tag names. With 30 entries a tag has 247 characters in a header, and some feed readers keep
 * only 255.
 */
const MOST_ENTRIES = 30

const DIGITS = 7

/** The length of a tag with a whole SHA-256. A longer tag is not one of ours. */
const MOST_CHARACTERS = 64 + 1 + MOST_ENTRIES * DIGITS

/** Makes the fingerprint of an entry from the SHA-256 of its bytes, in hexadecimal: the first 36 bits. */
export function fingerprint(sha256: string): Fingerprint {
  return Number.parseInt(sha256.slice(0, 9), 16).toString(36).padStart(DIGITS, '0') as Fingerprint
}

/**
 * Makes the opaque-tag of a feed: the hash of its bytes and, if there is room, the fingerprints of its entries. When a
 * client sends the tag back, the tag says which entries the client has, so the edge stores nothing about clients.
 */
export function formatFeedTag(hash: string, entries: readonly Fingerprint[]): string {
  return entries.length === 0 || entries.length > MOST_ENTRIES ? hash : `${hash}.${entries.join('')}`
}

/** Parses the entries of a tag, in the feed's order. Undefined for a tag without entries. */
export function parseFeedTag(tag: string): readonly Fingerprint[] | undefined {
  if (tag.length > MOST_CHARACTERS) return undefined
  const joined = /^[0-9a-f]+\.((?:[0-9a-z]{7})+)$/.exec(tag)?.[1]
  return joined?.match(/.{7}/g)?.map((digits) => digits as Fingerprint)
}
