import { gzipSync } from 'fflate'
import type { Digest } from '../model/digest.ts'
import type { Rendered, Rendition } from '../model/rendition.ts'
import type { Content, EntrySlice, Representation } from '../model/resource.ts'
import { type Fingerprint, fingerprint, formatFeedTag } from './feed-tag.ts'

/** Fewer bytes than this fit in one packet with their headers: compressing them saves nobody anything. */
const WORTH_COMPRESSING_BYTES = 860

/** 128 bits: no two documents of a site will ever share a tag, and a request header stays short. */
const ETAG_DIGITS = 32

/** What resources are represented with. */
export interface RepresentSettings {
  readonly digest: Digest
  /** Whether the tags of feeds tell which entries they speak of. */
  readonly deltas: boolean
}

/** A rendered resource as content: each of its forms hashed and, where that pays, compressed. */
export function represent(rendered: Rendered, settings: RepresentSettings): Content {
  const representations = rendered.renditions.map((rendition) => representRendition(rendition, settings))
  return { kind: 'content', stem: rendered.stem, representations }
}

function representRendition(rendition: Rendition, { digest, deltas }: RepresentSettings): Representation {
  const { body, entries, ...description } = rendition
  const identity = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const hash = digest(identity).slice(0, ETAG_DIGITS)
  return {
    ...description,
    etag: entries && deltas ? formatFeedTag(hash, fingerprintEntries(identity, entries, digest)) : hash,
    ...compress(identity, rendition.type),
    ...(entries !== undefined && entries.length > 0 && { entries }),
  }
}

function fingerprintEntries(
  identity: Uint8Array,
  entries: readonly EntrySlice[],
  digest: Digest,
): readonly Fingerprint[] {
  return entries.map(({ start, end }) => fingerprint(digest(identity.subarray(start, end))))
}

/** The compressor is JavaScript, not the system's zlib: its bytes are the same on every machine. */
function compress(identity: Uint8Array, type: string): Pick<Representation, 'coding' | 'body'> {
  if (identity.length >= WORTH_COMPRESSING_BYTES && !/^(image|audio|video)\//.test(type)) {
    // The highest level takes a third longer and saves one byte in a thousand.
    const compressed = gzipSync(identity, { level: 6, mtime: 0 })
    if (compressed.length < identity.length * 0.9) return { coding: 'gzip', body: compressed }
  }
  return { coding: 'identity', body: identity }
}
