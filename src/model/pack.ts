import type { Resource, Stem } from './resource.ts'

declare const packKeyBrand: unique symbol

/**
 * What a pack is stored under: the SHA-256 of its index in lower-case hexadecimal. The index has that of each resource, so
 * the key stands for every byte.
 */
export type PackKey = string & { readonly [packKeyBrand]: true }

/** Some resources together, as they are stored. */
export interface Pack {
  readonly key: PackKey
  readonly bytes: Uint8Array
}

/** What a pack holds. */
export type PackContents = ReadonlyMap<Stem, Resource>
