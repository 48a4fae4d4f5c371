/** How much of a feed is read, whatever a server sends. Pages of one feed share all but depth and attributes. */
export interface ReadLimits {
  /** Bytes, as they come and again unpacked: a few of the one can hold endless ones of the other. */
  readonly mostBytes: number
  readonly mostItems: number
  /** Of what is kept: ids, links and titles. */
  readonly mostCharacters: number
  readonly mostPages: number
  readonly mostRedirects: number
  /** How long a server may be silent. */
  readonly idleMilliseconds: number
  readonly totalMilliseconds: number
}

/**
 * 150,000 articles of 6 kB are 900 MB, and three times as much text is kept of them as is usual. An archive of 50 items a page
 * has 3,000 pages then.
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

/** Deeper than any markup that somebody wrote: readers of XML and JSON keep what is open. */
export const MOST_DEPTH = 256

/** Of one element: more than any format knows. */
export const MOST_ATTRIBUTES = 256

/** Characters between two marks of a document: an article with pictures in it has a few million. */
export const MOST_RUN = 20_000_000

/** Characters of an id, a link or a title. What is longer is no address that anybody could ask for. */
export const MOST_FIELD = 4096
