import { isWholePack } from '../../bundle/verify-pack.ts'
import type { Pack } from '../../model/pack.ts'
import { digest } from '../files/digest.ts'

/**
 * Whether the bytes of a stored value are complete: a pack, or a ledger. The key of a ledger is the SHA-256 of all its
 * bytes.
 */
export function isWhole({ key, bytes }: Pack): boolean {
  return digest(bytes) === key || isWholePack({ key, bytes }, digest)
}
