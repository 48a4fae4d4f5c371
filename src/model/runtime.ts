/**
 * Compresses bytes with DEFLATE (RFC 1951), to the same bytes on every machine. `member` gives one gzip member (RFC
 * 1952); `piece` gives blocks that end on a byte, of which none is the last and none refers to bytes before. The caller
 * passes it in, as each runtime has its own.
 */
export type Compress = (plain: Uint8Array, as: 'member' | 'piece') => Uint8Array

/** The SHA-256 of bytes in lower-case hexadecimal. The caller passes it in, as each runtime has its own. */
export type Digest = (bytes: Uint8Array) => string
