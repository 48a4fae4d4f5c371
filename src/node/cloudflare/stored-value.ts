import { isWholePack } from '../../bundle/verify-pack.ts'
import type { Pack } from '../../model/pack.ts'
import { digest } from '../files/digest.ts'

/** Whether bytes are all that their key stands for: a pack, or a ledger, whose key is the SHA-256 of the whole. */
export function isWhole({ key, bytes }: Pack): boolean {
  return digest(bytes) === key || isWholePack({ key, bytes }, digest)
}
