import { gunzipSync } from 'node:zlib'
import type { CarriedLedger } from '../../bundle/ledger-module.ts'
import { MOST_LEDGER_BYTES } from '../../content/source/seed-size.ts'
import { packKey } from '../../model/pack.ts'
import { compress } from './compress.ts'
import { digest } from './digest.ts'

/** The most bytes that a ledger takes up in the Worker. A larger one lies in the store. */
export const MOST_CARRIED_BYTES = 1_000_000

/** A ledger that is to be carried, with its bytes wherever they are going to lie. */
export interface SealedLedger {
  readonly carried: CarriedLedger
  readonly bytes: Uint8Array
}

/** Compresses the text of a ledger, in which the ledgers of some versions are merged. */
export function sealLedger(text: string, merged: readonly string[]): SealedLedger {
  const bytes = compress(new TextEncoder().encode(text), 'member')
  const key = packKey(digest(bytes))
  const isInside = bytes.length <= MOST_CARRIED_BYTES
  return { carried: { merged, key, ...(isInside && { bytes }) }, bytes }
}

/** The text of a compressed ledger. Throws a RangeError where the bytes are none, or more than a ledger may have. */
export function openLedger(bytes: Uint8Array): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_LEDGER_BYTES }).toString('utf8')
  } catch (cause) {
    throw new RangeError('A carried ledger cannot be decompressed', { cause })
  }
}
