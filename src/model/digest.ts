/** The SHA-256 of bytes in lower-case hexadecimal. Handed in by whoever runs this code: each runtime has its own. */
export type Digest = (bytes: Uint8Array) => string
