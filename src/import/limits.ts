/** How much of a feed is read. All pages of a feed share these limits. */
export interface ReadLimits {
  /** Bytes, both compressed and decompressed, because few compressed bytes can expand without limit. */
  readonly mostBytes: number
  readonly mostItems: number
  /** Characters of the stored ids, links and titles. */
  readonly mostCharacters: number
  readonly mostPages: number
  readonly mostRedirects: number
  /** How long a server may be silent. */
  readonly idleMilliseconds: number
  readonly totalMilliseconds: number
}

/**
 * 150,000 articles of 6 kB are 900 MB. Their ids, links and titles may have three times the usual length. An archive of
 * 50 items a page has 3,000 pages then.
 */
export const READ_LIMITS: ReadLimits = {
  mostBytes: 1_000_000_000,
  mostItems: 500_000,
  mostCharacters: 100_000_000,
  mostPages: 5000,
  mostRedirects: 10,
  idleMilliseconds: 30_000,
  totalMilliseconds: 1_800_000,
}

/** More levels than real markup has. Parsers of XML and JSON keep every open element. */
export const MOST_DEPTH = 256

/** More than any format defines for one element. */
export const MOST_ATTRIBUTES = 256

/** Characters between two tags of a document: an article with embedded pictures has a few million. */
export const MOST_RUN = 20_000_000

/** Characters of an id, a link or a title. A longer address cannot be requested. */
export const MOST_FIELD = 4096
