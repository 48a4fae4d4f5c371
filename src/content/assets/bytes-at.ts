/** A few bytes of a file, each as the character of its number. Past the end of the file there are none. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** The number of so many bytes, the most significant first. Past the end of the file all bytes count as 0. */
export function bigEndianAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let index = at; index < at + length; index++) number = number * 256 + (bytes[index] ?? 0)
  return number
}

/** The same, the least significant byte first. */
export function littleEndianAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let index = at + length - 1; index >= at; index--) number = number * 256 + (bytes[index] ?? 0)
  return number
}
