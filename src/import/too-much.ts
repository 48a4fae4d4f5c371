/** A document is larger than what is read of one. The message completes "Cannot read …:". */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** Bytes in megabytes, for messages. */
export function inMegabytes(bytes: number): string {
  if (bytes < 1e6) return `${bytes / 1e3} kB`
  return bytes < 1e9 ? `${bytes / 1e6} MB` : `${bytes / 1e9} GB`
}
