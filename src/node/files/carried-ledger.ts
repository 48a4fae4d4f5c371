import { gunzipSync } from 'node:zlib'
import type { CarriedLedger } from '../../bundle/ledger-module.ts'
import { MOST_LEDGER_BYTES } from '../../content/source/seed-size.ts'
import { packKey } from '../../model/pack.ts'
import { compress } from './compress.ts'
import { digest } from './digest.ts'

/** The most bytes of a ledger inside the Worker. A larger one is in the store. */
export const MOST_CARRIED_BYTES = 1_000_000

/** A ledger for a version to carry. `bytes` is always there, even if they will be in the store. */
export interface SealedLedger {
  readonly carried: CarriedLedger
  readonly bytes: Uint8Array
}

/** Compresses the text of a ledger. `merged` are the versions whose ledgers it has merged. */
export function sealLedger(text: string, merged: readonly string[]): SealedLedger {
  const bytes = compress(new TextEncoder().encode(text), 'member')
  const key = packKey(digest(bytes))
  const isInside = bytes.length <= MOST_CARRIED_BYTES
  return { carried: { merged, key, ...(isInside && { bytes }) }, bytes }
}

/** Decompresses a ledger. Throws a RangeError if the bytes are not gzip, or if the text is larger than a ledger may be. */
export function openLedger(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_LEDGER_BYTES }).toString('utf8')
  } catch (cause) {
    throw new RangeError('A carried ledger cannot be decompressed', { cause })
  }
}
