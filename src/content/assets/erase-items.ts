import { type Box, readFullBoxes } from './boxes.ts'
import { areWithin, type ByteRange, doOverlap, mergeRanges } from './byte-ranges.ts'
import type { Eraser } from './eraser.ts'
import { renderOrientation } from './exif-orientation.ts'
import { type Item, type ItemPlace, readItems, readPlaces } from './items.ts'

/** The kinds of items that make up what is seen (HEIF, ISO/IEC 23008-12 §6; AV1 Image File Format §2). */
const IMAGES = new Set(['av01', 'grid', 'iovl', 'iden', 'tmap', 'sato', 'hvc1'])

/** Exif that says nothing: the picture is turned by properties of its own (HEIF §6.5.10), never by this (§A.2.1). */
const NO_EXIF = Uint8Array.from([0, 0, 0, 0, ...renderOrientation(1)])

const SPACE = 0x20

/**
 * Writes over all items of a `meta` box that are no images, Exif and XMP first of all, where they lie in `data`. Gives how
 * many bytes those have that are images, and `undefined` where not all items can be found and told from one another.
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
  // White space is what XMP may be padded with, and harmless in what else is no image.
  eraser.fill(erased, SPACE)
  const exifs = others.filter(({ id }) => exif.has(id))
  eraser.fill(extentsOf(exifs))
  for (const { extents: [extent] = [] } of exifs)
    if (extent && extent.end - extent.start >= NO_EXIF.length) eraser.write(extent.start, NO_EXIF)
  return kept.reduce((sum, { start, end }) => sum + end - start, 0)
}
