/**
 * Compresses bytes with DEFLATE (RFC 1951), to the same bytes on every machine. `member` gives one gzip member (RFC 1952);
 * `piece` gives blocks that end on a byte, of which none is the last and none refers to bytes before. Handed in by whoever
 * runs this code, as the digest is.
 */
export type Compress = (plain: Uint8Array, as: 'member' | 'piece') => Uint8Array

/** The SHA-256 of bytes in lower-case hexadecimal. Handed in by whoever runs this code: each runtime has its own. */
export type Digest = (bytes: Uint8Array) => string
