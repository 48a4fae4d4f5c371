/** Reads bytes of a file as text, one Latin-1 character per byte. Stops at the end of the file. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** Reads a big-endian number of `length` bytes. Bytes past the end of the file count as 0. */
export function bigEndianAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let index = at; index < at + length; index++) number = number * 256 + (bytes[index] ?? 0)
  return number
}

/** Reads a little-endian number of `length` bytes. Bytes past the end of the file count as 0. */
export function littleEndianAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let index = at + length - 1; index >= at; index--) number = number * 256 + (bytes[index] ?? 0)
  return number
}
