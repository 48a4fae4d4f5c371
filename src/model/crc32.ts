const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** Computes the checksum of a gzip member (RFC 1952 §8) or of a PNG chunk (PNG §5.5). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  // A loop with an index: it runs over every byte of every version of every feed, and an iterator takes three times as
  // long.
  for (let at = 0; at < bytes.length; at++) crc = (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
