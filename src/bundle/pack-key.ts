import type { PackKey } from '../model/pack.ts'

/** Whether a text can be the key of a pack: a SHA-256 in lower-case hexadecimal. */
export function isPackKey(text: string): text is PackKey {
  return /^[0-9a-f]{64}$/.test(text)
}
