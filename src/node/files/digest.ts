import { hash } from 'node:crypto'

/** The SHA-256 of bytes, in lower-case hexadecimal. The rooms that do not import Node get it as an argument. */
export function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
