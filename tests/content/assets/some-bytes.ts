import { concatenate } from '../../../src/model/bytes.ts'

/** What bytes are put together from. */
export type BytesPart = string | number | Uint8Array

/** Bytes of texts, in which each character is a byte, of bytes, and of numbers, which are bytes themselves. */
export function someBytes(...parts: readonly BytesPart[]): Uint8Array {
  return concatenate(
    parts.map((part) => {
      if (typeof part === 'string') return Uint8Array.from(Buffer.from(part, 'latin1'))
      return typeof part === 'number' ? Uint8Array.of(part) : part
    }),
  )
}

/** A number in so many bytes, the most significant first. */
export function bigEndian(number: number, length = 4): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Math.floor(number / 256 ** (length - 1 - at)) % 256)
}

/** A box of an MP4 or an AVIF. */
export function aBox(type: string, ...parts: readonly BytesPart[]): Uint8Array {
  const content = someBytes(...parts)
  return someBytes(bigEndian(8 + content.length), type, content)
}

/** The same with a version and no flags. */
export function aFullBox(type: string, version: number, ...parts: readonly BytesPart[]): Uint8Array {
  return aBox(type, version, 0, 0, 0, ...parts)
}
