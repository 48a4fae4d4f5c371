/**
 * Compresses bytes with DEFLATE (RFC 1951), to the same bytes on every machine. `member` gives one gzip member (RFC
 * 1952); `piece` gives blocks that end on a byte, none of which is the last or refers to earlier bytes. The caller
 * passes it in, because each runtime has its own.
 */
export type Compress = (plain: Uint8Array, as: 'member' | 'piece') => Uint8Array

/** Computes the SHA-256 of bytes, in lower-case hexadecimal. The caller passes it in, because each runtime has its own. */
export type Digest = (bytes: Uint8Array) => string
