import { type Box, readFullBoxes } from './boxes.ts'
import { areWithin, type ByteRange, doOverlap, mergeRanges } from './byte-ranges.ts'
import type { Eraser } from './eraser.ts'
import { renderOrientation } from './exif-orientation.ts'
import { type Item, type ItemPlace, readItems, readPlaces } from './items.ts'

/** The types of items that make up the visible image (HEIF, ISO/IEC 23008-12 §6; AV1 Image File Format §2). */
const IMAGES = new Set(['av01', 'grid', 'iovl', 'iden', 'tmap', 'sato', 'hvc1'])

/** Exif without information. Its orientation has no effect: an item property turns the picture (HEIF §6.5.10, §A.2.1). */
const NO_EXIF = Uint8Array.from([0, 0, 0, 0, ...renderOrientation(1)])

const SPACE = 0x20

/**
 * Overwrites all items of a `meta` box that are not images, such as Exif and XMP, in place. `data` are the ranges where
 * items may lie. Returns the bytes of all images, or `undefined` if it cannot find all items or they overlap.
 */
export function eraseItems(
  bytes: Uint8Array,
  meta: Box,
  data: readonly ByteRange[],
  eraser: Eraser,
): number | undefined {
  const boxes = [...readFullBoxes(bytes, meta)]
  const find = (type: string) => boxes.find((box) => box.type === type)
  const [information, location, idat] = [find('iinf'), find('iloc'), find('idat')]
  if (information === undefined && location === undefined) return 0
  const inMeta = idat && { start: idat.content, end: idat.end }
  const items = information && readItems(bytes, information)
  const places = location && readPlaces(bytes, location, inMeta)
  return items && places && erase(items, places, mergeRanges([...(inMeta ? [inMeta] : []), ...data]), eraser)
}

function erase(
  items: readonly Item[],
  places: readonly ItemPlace[],
  room: readonly ByteRange[],
  eraser: Eraser,
): number | undefined {
  const idsOf = (isSome: (type: string) => boolean) =>
    new Set(items.filter(({ type }) => isSome(type)).map(({ id }) => id))
  const images = idsOf((type) => IMAGES.has(type))
  const exif = idsOf((type) => type === 'Exif')
  const others = places.filter(({ id }) => !images.has(id))
  if (others.some(({ extents }) => extents === undefined)) return undefined
  const extentsOf = (some: readonly ItemPlace[]) => mergeRanges(some.flatMap(({ extents }) => extents ?? []))
  const erased = extentsOf(others)
  const kept = extentsOf(places.filter(({ id }) => images.has(id)))
  if (doOverlap(erased, kept) || !areWithin(erased, room) || !areWithin(kept, room)) return undefined
  // XMP may be padded with white space, and it is harmless in other items that are not images.
  eraser.fill(erased, SPACE)
  const exifs = others.filter(({ id }) => exif.has(id))
  eraser.fill(extentsOf(exifs))
  for (const { extents: [extent] = [] } of exifs)
    if (extent && extent.end - extent.start >= NO_EXIF.length) eraser.write(extent.start, NO_EXIF)
  return kept.reduce((sum, { start, end }) => sum + end - start, 0)
}
