/** An article as subscribers have it. */
export interface GivenArticle {
  /** Its file, for whoever reads a failure. */
  readonly path: string
  readonly id: string
  readonly url: string
  /** RFC 3339, to the millisecond. */
  readonly published: string
  readonly updated: string
}

/** A feed with the ids of its items in their order, when the record was made and when all is due. */
export interface GivenFeed {
  readonly stem: string
  readonly now: readonly string[]
  /** Kept only where it is another list by then. */
  readonly later: readonly string[]
}

/** What answers at a stem and at its forms: `200`, `410`, `404` before its time, or `301 /where`. */
export interface GivenAddress {
  readonly stem: string
  /** The extensions that name a form; the empty one is the stem itself. */
  readonly forms: readonly string[]
  readonly now: string
  readonly later: string
}

/** All that subscribers have of a folder. */
export interface GivenRecord {
  readonly articles: readonly GivenArticle[]
  readonly feeds: readonly GivenFeed[]
  readonly addresses: readonly GivenAddress[]
}

/** The parts of a record, each a file of that name. */
export const PARTS = ['articles', 'feeds', 'addresses'] as const satisfies readonly (keyof GivenRecord)[]

/** A part as it is kept: a line of JSON each, so that a difference is a line. */
export function encodePart(record: GivenRecord, part: keyof GivenRecord): string {
  const written =
    part === 'feeds'
      ? record.feeds.map(({ stem, now, later }) => ({ stem, now, ...(isSame(now, later) ? {} : { later }) }))
      : record[part]
  return written.map((line) => `${JSON.stringify(line)}\n`).join('')
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

/** Reads the articles of a record. Throws a TypeError where something else was written into it, as the next two do. */
export function decodeArticles(part: string): readonly GivenArticle[] {
  return lines(part).map((line) => ({
    path: text(line, 'path'),
    id: text(line, 'id'),
    url: text(line, 'url'),
    published: text(line, 'published'),
    updated: text(line, 'updated'),
  }))
}

/** Reads the feeds of a record. */
export function decodeFeeds(part: string): readonly GivenFeed[] {
  return lines(part).map((line) => ({
    stem: text(line, 'stem'),
    now: list(line, 'now'),
    later: list(line, line.has('later') ? 'later' : 'now'),
  }))
}

/** Reads the addresses of a record. */
export function decodeAddresses(part: string): readonly GivenAddress[] {
  return lines(part).map((line) => ({
    stem: text(line, 'stem'),
    forms: list(line, 'forms'),
    now: text(line, 'now'),
    later: text(line, 'later'),
  }))
}

type Line = ReadonlyMap<string, unknown>

function lines(part: string): readonly Line[] {
  return part
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .map((value) => new Map(Object.entries(value ?? {})))
}

function text(line: Line, key: string): string {
  const value = line.get(key)
  if (typeof value !== 'string') throw new TypeError(`No text "${key}" in ${JSON.stringify([...line])}`)
  return value
}

function list(line: Line, key: string): readonly string[] {
  const value = line.get(key)
  if (!Array.isArray(value)) throw new TypeError(`No list "${key}" in ${JSON.stringify([...line])}`)
  return value.map(String)
}
