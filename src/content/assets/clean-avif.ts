import { type AvifItem, type AvifPlace, readItems, readPlaces } from './avif-items.ts'
import { type Box, readBoxes, readFullBoxes } from './boxes.ts'
import { areWithin, type ByteRange, doOverlap, mergeRanges } from './byte-ranges.ts'
import { Eraser } from './eraser.ts'
import { renderOrientation } from './exif-orientation.ts'
import { eraseFilmFacts } from './film-facts.ts'

/** The kinds of items that make up what is seen (HEIF, ISO/IEC 23008-12 §6; AV1 Image File Format §2). */
const IMAGES = new Set(['av01', 'grid', 'iovl', 'iden', 'tmap', 'sato', 'hvc1'])

/** The boxes of the file, and of its `meta`, that are of the image; all else is erased, free space included. */
const FILE_BOXES = new Set(['ftyp', 'styp', 'meta', 'moov', 'moof', 'mdat', 'sidx'])
const META_BOXES = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref', 'idat', 'dinf', 'grpl', 'ipro'])

/** Exif that says nothing: the picture is turned by properties of its own (HEIF §6.5.10), never by this (§A.2.1). */
const NO_EXIF = Uint8Array.from([0, 0, 0, 0, ...renderOrientation(1)])

const SPACE = 0x20

/**
 * An AVIF with nothing but its images and their properties. Exif, XMP and all other items that are no image are written over
 * where they lie, so that no offset in the file changes. Gives the same bytes where there is nothing to take out, and
 * `undefined` where not all of it can be found.
 */
export function cleanAvif(bytes: Uint8Array): Uint8Array | undefined {
  const boxes = [...readBoxes(bytes, 0, bytes.length)]
  const eraser = new Eraser(bytes)
  const data = boxes
    .filter(({ type }) => type === 'mdat')
    .map(({ content, end }) => ({ start: content, end }))
  const metas = boxes.filter(({ type }) => type === 'meta')
  if (metas.length === 0 || !metas.every((meta) => cleanMeta(bytes, meta, data, eraser))) return undefined
  for (const box of boxes) {
    if (box.type === 'moov' && !eraseFilmFacts(bytes, box, data, eraser)) return undefined
    if (!FILE_BOXES.has(box.type)) eraser.erase(box)
  }
  // Nothing tells where anything lies behind the last box that is needed.
  const end = boxes.findLast(({ type }) => FILE_BOXES.has(type))?.end ?? 0
  return end === bytes.length ? eraser.bytes : eraser.bytes.subarray(0, end)
}

/** Whether all that is no image was found and erased. */
function cleanMeta(bytes: Uint8Array, meta: Box, data: readonly ByteRange[], eraser: Eraser): boolean {
  const boxes = [...readFullBoxes(bytes, meta)]
  const find = (type: string) => boxes.find((box) => box.type === type)
  const [information, location, idat] = [find('iinf'), find('iloc'), find('idat')]
  if (information === undefined || location === undefined) return false
  const inMeta = idat && { start: idat.content, end: idat.end }
  const items = readItems(bytes, information)
  const places = readPlaces(bytes, location, inMeta)
  if (items === undefined || places === undefined) return false
  if (!eraseItems(items, places, [...(inMeta ? [inMeta] : []), ...data], eraser)) return false
  for (const box of boxes) if (!META_BOXES.has(box.type)) eraser.erase(box)
  return true
}

/** Whether they could be: not where the file says that an image has the same bytes, or that they are no data at all. */
function eraseItems(
  items: readonly AvifItem[],
  places: readonly AvifPlace[],
  data: readonly ByteRange[],
  eraser: Eraser,
): boolean {
  const images = new Set(items.filter(({ type }) => IMAGES.has(type)).map(({ id }) => id))
  const exif = new Set(items.filter(({ type }) => type === 'Exif').map(({ id }) => id))
  const others = places.filter(({ id }) => !images.has(id))
  if (others.some(({ extents }) => extents === undefined)) return false
  const extentsOf = (some: readonly AvifPlace[]) => mergeRanges(some.flatMap(({ extents }) => extents ?? []))
  const erased = extentsOf(others)
  const kept = extentsOf(places.filter(({ id }) => images.has(id)))
  const room = mergeRanges(data)
  if (kept.length === 0 || doOverlap(erased, kept)) return false
  if (!areWithin(erased, room) || !areWithin(kept, room)) return false
  // White space is what XMP may be padded with, and harmless in what else is no image.
  eraser.fill(erased, SPACE)
  const exifs = others.filter(({ id }) => exif.has(id))
  eraser.fill(extentsOf(exifs))
  for (const { extents: [extent] = [] } of exifs)
    if (extent && extent.end - extent.start >= NO_EXIF.length) eraser.write(extent.start, NO_EXIF)
  return true
}
