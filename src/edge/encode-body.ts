import { concatenate } from '../model/bytes.ts'
import type { EntrySlice, Representation } from '../model/resource.ts'
import { acceptsCoding } from './http/accept.ts'
import type { ByteRange } from './http/range.ts'

/** The body of a response, in the coding that its Content-Encoding names. */
export interface EncodedBody {
  readonly bytes: Uint8Array | ArrayBuffer
  readonly coding: Representation['coding']
}

/** The part of a body to send: some entries of a feed, or some bytes of a body that is stored uncompressed. */
export type BodyPart = { readonly places: readonly number[] } | { readonly range: ByteRange }

/**
 * Encodes the body of a representation for a client: as stored if the client accepts the stored coding, decoded
 * otherwise. Selected entries of a feed are compressed again. A byte range is a view of the stored bytes, so its size
 * costs nothing.
 */
export async function encodeBody(
  representation: Representation,
  request: Request,
  part?: BodyPart,
): Promise<EncodedBody> {
  const { pieces, coding, entries } = representation
  const body = concatenate(pieces)
  if (part !== undefined && 'range' in part) {
    return { bytes: body.subarray(part.range.start, part.range.end), coding: 'identity' }
  }
  const takesGzip = acceptsCoding(clientAcceptEncoding(request), 'gzip')
  if (part !== undefined && entries !== undefined) {
    const whole = coding === 'gzip' ? await pipe(body, new DecompressionStream('gzip')) : body
    const selected = selectEntries(new Uint8Array(whole), entries, part.places)
    if (!takesGzip) return { bytes: selected, coding: 'identity' }
    return { bytes: await pipe(selected, new CompressionStream('gzip')), coding: 'gzip' }
  }
  if (coding === 'identity' || takesGzip) return { bytes: body, coding }
  return { bytes: await pipe(body, new DecompressionStream('gzip')), coding: 'identity' }
}

/** Whether a client accepts the coding in which the body is stored. */
export function isTakenAsStored({ coding }: Pick<Representation, 'coding'>, request: Request): boolean {
  return coding === 'identity' || acceptsCoding(clientAcceptEncoding(request), coding)
}

/**
 * The Accept-Encoding that the client has sent. Cloudflare rewrites the header before a Worker sees it, and keeps the
 * original in `cf`.
 */
function clientAcceptEncoding(request: Request): string | undefined {
  const cf: unknown = 'cf' in request ? request.cf : undefined
  if (typeof cf === 'object' && cf !== null && 'clientAcceptEncoding' in cf) {
    return typeof cf.clientAcceptEncoding === 'string' ? cf.clientAcceptEncoding : undefined
  }
  return request.headers.get('Accept-Encoding') ?? undefined
}

async function pipe(
  bytes: Uint8Array,
  through: ReadableWritablePair<Uint8Array, Uint8Array>,
): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes.slice()]).stream().pipeThrough(through)).arrayBuffer()
}

/**
 * Cuts a complete feed with some of a feed's entries from its decoded bytes: the bytes before the first entry, the
 * entries at `places` with their separators, and the bytes after the last entry.
 */
export function selectEntries(
  feed: Uint8Array,
  entries: readonly EntrySlice[],
  places: readonly number[],
): Uint8Array {
  const [first, second] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return feed
  const separator = second === undefined ? new Uint8Array() : feed.subarray(first.end, second.start)
  const chosen = places.flatMap((place, index) => {
    const term = entries[place]
    if (term === undefined) throw new RangeError(`The feed has no entry ${place}`)
    return index === 0
      ? [feed.subarray(term.start, term.end)]
      : [separator, feed.subarray(term.start, term.end)]
  })
  return concatenate([feed.subarray(0, first.start), ...chosen, feed.subarray(last.end)])
}
