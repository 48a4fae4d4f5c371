import { type Box, readBoxes, readFullBoxes } from './boxes.ts'
import { eraseItems } from './erase-items.ts'
import { Eraser } from './eraser.ts'
import { eraseFilmFacts } from './film-facts.ts'

/** The boxes of the file and of its `meta` that belong to the image. All others are erased, free space included. */
const FILE_BOXES = new Set(['ftyp', 'styp', 'meta', 'moov', 'moof', 'mdat', 'sidx'])
const META_BOXES = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref', 'idat', 'dinf', 'grpl', 'ipro'])

/**
 * Cleans an AVIF: only its images and their properties stay. Exif, XMP and all other items that are not images are
 * overwritten in place, so that no offset in the file changes. Returns the same bytes if there is nothing to remove,
 * and `undefined` if it cannot find all items.
 */
export function cleanAvif(bytes: Uint8Array): Uint8Array | undefined {
  const boxes = [...readBoxes(bytes, 0, bytes.length)]
  const data = boxes
    .filter(({ type }) => type === 'mdat')
    .map(({ content, end }) => ({ start: content, end }))
  const eraser = new Eraser(bytes)
  let imageBytes = 0
  for (const box of boxes) {
    if (box.type === 'meta') {
      const found = eraseItems(bytes, box, data, eraser)
      if (found === undefined) return undefined
      imageBytes += found
      eraseOthers(readFullBoxes(bytes, box), META_BOXES, eraser)
    }
    if (box.type === 'moov' && !eraseFilmFacts(bytes, box, data, eraser)) return undefined
  }
  if (imageBytes === 0) return undefined
  eraseOthers(boxes, FILE_BOXES, eraser)
  // After the last box that is needed, the structure of the file is unknown, so the rest goes.
  const end = boxes.findLast(({ type }) => FILE_BOXES.has(type))?.end ?? 0
  return end === bytes.length ? eraser.bytes : eraser.bytes.subarray(0, end)
}

function eraseOthers(boxes: Iterable<Box>, kept: ReadonlySet<string>, eraser: Eraser): void {
  for (const box of boxes) if (!kept.has(box.type)) eraser.erase(box)
}
