/** Bytes that a large build keeps in a file until they are wanted, so that its memory does not grow with the archive. */
export interface BlobRef {
  readonly file: string
  readonly at: number
  readonly length: number
  /** Their CRC-32: what comes back otherwise was damaged. */
  readonly sum: number
}

/** Bytes as they are at hand: themselves, or where they are kept. */
export type BytesOrRef = Uint8Array | BlobRef

/** Gives kept bytes back. Handed in by whoever keeps them. */
export type LoadBlob = (kept: BlobRef) => Uint8Array

/** Reads nothing: for those who keep nothing. */
export const noBlobs: LoadBlob = ({ file }) => {
  throw new Error(`Nothing was kept in ${file}`)
}

/** The bytes themselves. */
export function bytesOf(bytes: BytesOrRef, loadBlob: LoadBlob): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : loadBlob(bytes)
}
