import { bigEndianAt, littleEndianAt, textAt } from './bytes-at.ts'

/** The tag of the orientation and its type, a short (Exif 2.32 §4.6.4, TIFF 6.0 §2). */
const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12

/** Reads the orientation, from 1 to 8, from Exif, which is a TIFF file. Returns `undefined` if it has none. */
export function readOrientation(tiff: Uint8Array): number | undefined {
  const order = textAt(tiff, 0, 4)
  if (order !== 'MM\0*' && order !== 'II*\0') return undefined
  const numberAt = order === 'MM\0*' ? bigEndianAt : littleEndianAt
  const directory = numberAt(tiff, 4, 4)
  const entries = numberAt(tiff, directory, 2)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * ENTRY_BYTES
    if (entry + ENTRY_BYTES > tiff.length) return undefined
    if (numberAt(tiff, entry, 2) !== ORIENTATION) continue
    const orientation = numberAt(tiff, entry + 8, 2)
    const isKnown = numberAt(tiff, entry + 2, 2) === SHORT && orientation >= 1 && orientation <= 8
    return isKnown ? orientation : undefined
  }
  return undefined
}

/** Makes an Exif that holds an orientation and nothing else. */
export function renderOrientation(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26)
  const view = new DataView(tiff.buffer)
  tiff.set([0x4d, 0x4d, 0, 0x2a])
  // The directory follows the header. It has one entry with one value, and no directory follows it.
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION)
  view.setUint16(12, SHORT)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return tiff
}
