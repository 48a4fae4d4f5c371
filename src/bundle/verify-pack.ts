import { toHex } from '../model/bytes.ts'
import type { Pack, PackContents, PackKey } from '../model/pack.ts'
import { packKey } from '../model/pack.ts'
import type { Digest } from '../model/runtime.ts'
import { decodeIndex, type PackIndex } from './pack-codec.ts'
import { decodeResource } from './resource-codec.ts'

/** The key that a pack has by its index, the one part of it that is looked at. Throws a RangeError where it is no pack. */
export function readPackKey(bytes: Uint8Array, digest: Digest): PackKey {
  return keyOf(decodeIndex(bytes), digest)
}

/** All that a pack holds. Throws a RangeError where not every byte is the one that the key stands for. */
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

/** Whether bytes are the pack of a key, every one of them. */
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
