import type { Resource, Stem } from './resource.ts'

declare const packKeyBrand: unique symbol

/**
 * The key of a stored pack: the SHA-256 of its index in lower-case hexadecimal. The index has the SHA-256 of each
 * resource, so the key covers every byte.
 */
export type PackKey = string & { readonly [packKeyBrand]: true }

/** Whether a text can be the key of a pack: a SHA-256 in lower-case hexadecimal. */
export function isPackKey(text: string): text is PackKey {
  return /^[0-9a-f]{64}$/.test(text)
}

/**
 * Brands the SHA-256 of a pack's index, in hexadecimal, as the pack's key. Throws a RangeError if the text is not a
 * SHA-256.
 */
export function packKey(sha256: string): PackKey {
  if (!isPackKey(sha256)) throw new RangeError(`Not the key of a pack: ${sha256.slice(0, 80)}`)
  return sha256
}

/** A group of resources, as stored. */
export interface Pack {
  readonly key: PackKey
  readonly bytes: Uint8Array
}

/** The resources of a pack. */
export type PackContents = ReadonlyMap<Stem, Resource>
