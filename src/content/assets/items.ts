import { type Box, readBoxes } from './boxes.ts'
import type { ByteRange } from './byte-ranges.ts'
import { bigEndianAt, textAt } from './bytes-at.ts'

/** An item of an AVIF, or of a film with items: an image, a part of one, or metadata. */
export interface Item {
  readonly id: number
  /** `av01`, `grid`, `Exif`, `mime` … */
  readonly type: string
}

/** Where the bytes of an item lie, in order. */
export interface ItemPlace {
  readonly id: number
  /** Absent if the bytes lie in another file, or are defined by another item. */
  readonly extents?: readonly ByteRange[]
}

/** Reads the list of items (`iinf`, ISO/IEC 14496-12 §8.11.6). Returns `undefined` if it is damaged. */
export function readItems(bytes: Uint8Array, { content, end }: Box): readonly Item[] | undefined {
  const isLong = bytes[content] !== 0
  const count = bigEndianAt(bytes, content + 4, isLong ? 4 : 2)
  const items: Item[] = []
  for (const entry of readBoxes(bytes, content + (isLong ? 8 : 6), end)) {
    if (entry.type !== 'infe') continue
    const version = bytes[entry.content] ?? 0
    const idBytes = version === 3 ? 4 : 2
    const id = bigEndianAt(bytes, entry.content + 4, idBytes)
    // Before version 2 an item had only a media type. No AVIF image is such an item.
    items.push({ id, type: version < 2 ? 'mime' : textAt(bytes, entry.content + 6 + idBytes, 4) })
  }
  return items.length === count ? items : undefined
}

/**
 * Reads where the items lie (`iloc`, §8.11.3): in the file, or in the range `idat` of the box of that name. Returns
 * `undefined` if that is damaged.
 */
export function readPlaces(
  bytes: Uint8Array,
  box: Box,
  idat: ByteRange | undefined,
): readonly ItemPlace[] | undefined {
  const { end } = box
  const version = bytes[box.content] ?? 0
  let at = box.content + 4
  const take = (length: number): number => {
    at += length
    return bigEndianAt(bytes, at - length, length)
  }
  const sizes = take(2)
  const [offsetBytes = 0, lengthBytes = 0, baseBytes = 0, last = 0] = [12, 8, 4, 0].map(
    (bits) => (sizes >> bits) & 15,
  )
  const indexBytes = version === 0 ? 0 : last
  const places: ItemPlace[] = []
  for (let left = take(version < 2 ? 2 : 4); left > 0; left--) {
    const id = take(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : take(2) & 15
    const isElsewhere = take(2) !== 0
    const base = take(baseBytes)
    const from = method === 1 ? (idat?.start ?? Number.NaN) : 0
    const within = method === 1 ? (idat?.end ?? 0) : bytes.length
    const extents: ByteRange[] = []
    const isSized = indexBytes + offsetBytes + lengthBytes > 0
    for (let count = take(2); count > 0; count--) {
      // Extents without any bytes in the table could be repeated without limit.
      if (at > end || (!isSized && count > 1)) return undefined
      at += indexBytes
      const start = from + base + take(offsetBytes)
      const length = take(lengthBytes)
      // A length of 0 means the rest.
      extents.push({ start, end: length === 0 ? within : Math.min(start + length, within) })
    }
    if (at > end) return undefined
    const isTold = !isElsewhere && method < 2 && !Number.isNaN(from)
    places.push({ id, ...(isTold && { extents }) })
  }
  return places
}
