import { hash } from 'node:crypto'

/** The SHA-256 of bytes in lower-case hexadecimal, as all of `src/` is given it. */
export function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
