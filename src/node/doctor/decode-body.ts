import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import type { Answer } from './request.ts'

/** A body after decoding. */
export interface DecodedBody {
  readonly bytes: Buffer
  /** The value of `Content-Encoding`, or `identity`. */
  readonly coding: string
  /** Why the body cannot be decoded, or not to its end. */
  readonly trouble?: string
}

const DECODERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

/**
 * Undoes the `Content-Encoding` of an answer (RFC 9110 §8.4). Stops at `mostBytes`, because a few bytes can expand without
 * limit. Does not throw.
 */
export function decodeBody({ headers, body, isCut }: Answer, mostBytes: number): DecodedBody {
  const coding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase() || 'identity'
  if (coding === 'identity') return { bytes: body, coding }
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined
  if (decode === undefined) return { bytes: body, coding, trouble: `no reader knows the coding "${coding}"` }
  // Half of a compressed body cannot be decoded. The check of the size reports that the body is too long.
  if (isCut || body.length === 0) return { bytes: Buffer.alloc(0), coding }
  try {
    return { bytes: decode(body, { maxOutputLength: mostBytes }), coding }
  } catch (error) {
    const isLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    const trouble = isLong ? `it is more than ${mostBytes / 1_000_000} MB unpacked` : `it is no ${coding}`
    return { bytes: Buffer.alloc(0), coding, trouble }
  }
}
