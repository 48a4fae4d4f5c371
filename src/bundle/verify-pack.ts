import { toHex } from '../model/bytes.ts'
import type { Pack, PackContents, PackKey } from '../model/pack.ts'
import { packKey } from '../model/pack.ts'
import type { Digest } from '../model/runtime.ts'
import { decodeIndex, type PackIndex } from './pack-codec.ts'
import { decodeResource } from './resource-codec.ts'

/** Computes the key of a pack from its index alone. Throws a RangeError if the bytes are not a pack. */
export function readPackKey(bytes: Uint8Array, digest: Digest): PackKey {
  return keyOf(decodeIndex(bytes), digest)
}

/** Decodes all resources of a pack. Throws a RangeError if any byte differs from the bytes that the key stands for. */
export function openPack({ key, bytes }: Pack, digest: Digest): PackContents {
  const index = decodeIndex(bytes)
  if (keyOf(index, digest) !== key)
    throw new RangeError('The index of a pack is not the one that its key names')
  return new Map(
    index.listStems().map((stem) => {
      const stored = index.find(stem)
      if (stored === undefined || digest(stored.bytes) !== toHex(stored.sha256)) {
        throw new RangeError(`A pack is damaged at ${stem}`)
      }
      return [stem, decodeResource(stem, stored.bytes)]
    }),
  )
}

/** Whether bytes are the complete pack of a key. Checks every byte. */
export function isWholePack(pack: Pack, digest: Digest): boolean {
  try {
    openPack(pack, digest)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function keyOf({ head }: PackIndex, digest: Digest): PackKey {
  return packKey(digest(head))
}
