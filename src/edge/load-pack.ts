import { decodeIndex } from '../bundle/pack-codec.ts'
import type { PackKey } from '../model/pack.ts'
import { LoadedPack } from './loaded-pack.ts'
import type { PackStore } from './pack-store.ts'
import { PackUnavailable } from './pack-unavailable.ts'
import { sha256 } from './sha256.ts'
import { withDeadline } from './with-deadline.ts'

/** Ten times what the slowest one in a hundred reads of Workers KV takes. */
export const READ_MILLISECONDS = 3000

/**
 * Reads a pack, and believes it only if its index hashes to its key and it is as long as that says. Rejects with
 * PackUnavailable.
 */
export async function loadPack(
  store: PackStore,
  key: PackKey,
  milliseconds = READ_MILLISECONDS,
): Promise<LoadedPack> {
  try {
    const bytes = await withDeadline(store.read(key), milliseconds)
    if (bytes === undefined) throw new Error('It is not in the store')
    const index = decodeIndex(bytes)
    if ((await sha256(index.head)) !== key) throw new Error('Its index is not the one that was stored')
    return new LoadedPack(key, index, bytes.length)
  } catch (cause) {
    throw new PackUnavailable(key, { cause })
  }
}
