import { type BlobRef, type LoadBlob, noBlobs } from '../model/blob.ts'
import { concatenate } from '../model/bytes.ts'
import { onceEach } from '../model/once-each.ts'
import type { Fragment, Rendered, RenderedBody, Rendition } from '../model/rendition.ts'
import type { EntrySlice, Representation, Resource } from '../model/resource.ts'
import type { Compress, Digest } from '../model/runtime.ts'
import { type Fingerprint, fingerprint, formatFeedTag } from './feed-tag.ts'
import { deflatePiece, GZIP_HEADER, gzipTrailer } from './gzip-pieces.ts'

/** Fewer bytes than this fit in one packet with their headers: compressing them saves nothing. */
const WORTH_COMPRESSING_BYTES = 860

/** 128 bits: no two documents of a site share a tag by accident, and a request header stays short. */
const ETAG_DIGITS = 32

/** The settings for representing resources. */
export interface RepresentSettings {
  readonly digest: Digest
  readonly compress: Compress
  /** Loads blobs. Required if fragments are stored as blobs. */
  readonly loadBlob?: LoadBlob
  /** Whether the tags of feeds name their entries. */
  readonly deltas: boolean
}

const encodeText = onceEach(({ text }: Fragment) => new TextEncoder().encode(text))

/**
 * Represents a rendered resource: hashes each form of each version and compresses it if that saves enough. The first
 * version is compressed as a whole, which gives the fewest bytes. Later versions of lists are stored as fragments, each
 * compressed by itself and shared by all versions, so an article is stored once for any number of versions.
 */
export function represent({ stem, versions }: Rendered, settings: RepresentSettings): Resource {
  const { compress, loadBlob = noBlobs } = settings
  const pieces = new Map<string | BlobRef, Uint8Array>()
  const pieceOf = (fragment: Fragment): Uint8Array => {
    const words = fragment.kept ?? fragment.text
    const piece = pieces.get(words) ?? deflatePiece(encodeFragment(fragment, loadBlob), compress)
    pieces.set(words, piece)
    return piece
  }
  return {
    stem,
    versions: versions.map(({ from, shows }, index) => {
      if (shows.kind !== 'content') return { from, shows }
      const representations = shows.renditions.map((rendition) =>
        representRendition(rendition, settings, index === 0 ? undefined : pieceOf),
      )
      return { from, shows: { kind: 'content', representations } }
    }),
    later: [],
  }
}

function representRendition(
  { body, ...description }: Rendition,
  { digest, compress, deltas, loadBlob = noBlobs }: RepresentSettings,
  pieceOf?: (fragment: Fragment) => Uint8Array,
): Representation {
  const { identity, entries, fragments } = encodeBody(body, loadBlob)
  const hash = digest(identity).slice(0, ETAG_DIGITS)
  return {
    ...description,
    etag: entries && deltas ? formatFeedTag(hash, fingerprintEntries(identity, entries, digest)) : hash,
    ...(pieceOf && fragments
      ? {
          coding: 'gzip',
          pieces: [GZIP_HEADER, ...fragments.map(pieceOf), gzipTrailer(identity)],
        }
      : compressWhole(identity, description.type, compress)),
    ...(entries !== undefined && entries.length > 0 && { entries }),
  }
}

function encodeFragment(fragment: Fragment, loadBlob: LoadBlob): Uint8Array {
  return fragment.kept === undefined ? encodeText(fragment) : loadBlob(fragment.kept)
}

/** Encodes a body. For a feed, also returns its fragments and the places of its entries. */
function encodeBody(
  body: RenderedBody,
  loadBlob: LoadBlob,
): {
  readonly identity: Uint8Array
  readonly fragments?: readonly Fragment[]
  readonly entries?: readonly EntrySlice[]
} {
  if (typeof body === 'string') return { identity: new TextEncoder().encode(body) }
  if (body instanceof Uint8Array) return { identity: body }
  const entries: EntrySlice[] = []
  const encoded: Uint8Array[] = []
  let at = 0
  for (const fragment of body) {
    const bytes = encodeFragment(fragment, loadBlob)
    if (fragment.isEntry) entries.push({ start: at, end: at + bytes.length })
    encoded.push(bytes)
    at += bytes.length
  }
  return { identity: concatenate(encoded), fragments: body, entries }
}

function fingerprintEntries(
  identity: Uint8Array,
  entries: readonly EntrySlice[],
  digest: Digest,
): readonly Fingerprint[] {
  return entries.map(({ start, end }) => fingerprint(digest(identity.subarray(start, end))))
}

/** Media are compressed already, and a client can request ranges only of uncompressed bytes. */
function compressWhole(
  identity: Uint8Array,
  type: string,
  compress: Compress,
): Pick<Representation, 'coding' | 'pieces'> {
  if (
    identity.length >= WORTH_COMPRESSING_BYTES &&
    !/^(?:image\/(?!svg)|audio|video|application\/pdf)/.test(type)
  ) {
    const compressed = compress(identity, 'member')
    if (compressed.length < identity.length * 0.9) return { coding: 'gzip', pieces: [compressed] }
  }
  return { coding: 'identity', pieces: [identity] }
}
