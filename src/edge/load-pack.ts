import { decodePack } from '../bundle/pack-codec.ts'
import type { PackContents, PackKey } from '../model/pack.ts'
import type { PackStore } from './pack-store.ts'
import { withDeadline } from './with-deadline.ts'

/** A pack that a release names and that could not be had, or is not what was stored. */
export class PackUnavailable extends Error {
  override readonly name = 'PackUnavailable'
  readonly pack: PackKey

  constructor(pack: PackKey, options?: ErrorOptions) {
    super('A pack cannot be read', options)
    this.pack = pack
  }
}

/** A pack that was read and found to be what its key says. */
export interface LoadedPack {
  readonly contents: PackContents
  /** What it weighs in memory: its contents are views of its bytes. */
  readonly bytes: number
}

/** Ten times what the slowest one in a hundred reads of Workers KV takes. */
export const READ_MILLISECONDS = 3000

/** Reads a pack, and believes it only if its bytes hash to its key. Rejects with PackUnavailable. */
export async function loadPack(
  store: PackStore,
  key: PackKey,
  milliseconds = READ_MILLISECONDS,
): Promise<LoadedPack> {
  try {
    const bytes = await withDeadline(store.read(key), milliseconds)
    if (bytes === undefined) throw new Error('It is not in the store')
    if ((await sha256(bytes)) !== key) throw new Error('Its bytes are not those that were stored')
    return { contents: decodePack(bytes), bytes: bytes.length }
  } catch (cause) {
    throw new PackUnavailable(key, { cause })
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
