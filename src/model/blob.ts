/** Bytes that a large build stores in a file, so that its memory does not grow with the archive. */
export interface BlobRef {
  readonly file: string
  readonly at: number
  readonly length: number
  /** Their CRC-32, by which damage is found. */
  readonly sum: number
}

/** Bytes in memory, or the reference of a blob. */
export type BytesOrRef = Uint8Array | BlobRef

/** Loads the bytes of a blob. The caller that stores blobs passes it in. */
export type LoadBlob = (kept: BlobRef) => Uint8Array

/** Always throws: for callers without blobs. */
export const noBlobs: LoadBlob = ({ file }) => {
  throw new Error(`Nothing was kept in ${file}`)
}

/** Returns bytes, and loads them if they are a blob. */
export function bytesOf(bytes: BytesOrRef, loadBlob: LoadBlob): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : loadBlob(bytes)
}
