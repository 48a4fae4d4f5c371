import { createHash } from 'node:crypto'

/** The digest that tests hand in, as the scripts do. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
