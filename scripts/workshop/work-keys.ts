import type { BytesAtHand } from '../../src/model/kept-bytes.ts'
import type { Resource } from '../../src/model/resource.ts'
import { digest } from '../digest.ts'

/** What a piece of work is remembered by: all that it is made from. */
export function workKey(...sources: readonly unknown[]): string {
  return digest(Buffer.from(JSON.stringify(sources)))
}

/** What a pack is made from: bytes that are at hand are told by what they hash to. */
export function packKey(resources: readonly Resource<BytesAtHand>[]): string {
  const told = (_key: string, value: unknown) => (value instanceof Uint8Array ? digest(value) : value)
  return digest(Buffer.from(JSON.stringify(['pack', resources], told)))
}
