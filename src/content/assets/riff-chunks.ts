import { littleEndianAt, textAt } from './bytes-at.ts'

/** A chunk of a RIFF file: its name, its length and what it says, in an even number of bytes. */
export interface RiffChunk {
  readonly name: string
  readonly start: number
  readonly content: number
  /** Where it ends, as far as it is there. */
  readonly end: number
  /** How many bytes it would have beyond that. */
  readonly missingBytes: number
}

/** How long a chunk's name and length are. */
export const CHUNK_HEADER_BYTES = 8

/** The chunks from a place on; the last one may be cut off. */
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
