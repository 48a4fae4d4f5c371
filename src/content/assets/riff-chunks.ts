import { littleEndianAt, textAt } from './bytes-at.ts'

/** A chunk of a RIFF file: its name, its length and its content, padded to an even number of bytes. */
export interface RiffChunk {
  readonly name: string
  readonly start: number
  readonly content: number
  /** The offset of its end, or the end of the file if the chunk is cut off. */
  readonly end: number
  /** The number of bytes that are cut off. */
  readonly missingBytes: number
}

/** The length of a chunk's name and length fields, in bytes. */
export const CHUNK_HEADER_BYTES = 8

/** Yields the chunks from an offset on. The last one may be cut off. */
export function* readChunks(bytes: Uint8Array, from: number, end: number): Generator<RiffChunk> {
  for (let start = from; start + CHUNK_HEADER_BYTES <= end; ) {
    const length = littleEndianAt(bytes, start + 4, 4)
    const content = start + CHUNK_HEADER_BYTES
    const next = content + length + (length % 2)
    const missingBytes = Math.max(0, next - end)
    yield { name: textAt(bytes, start, 4), start, content, end: next - missingBytes, missingBytes }
    start = next
  }
}
