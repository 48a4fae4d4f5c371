import { type Box, readBoxes, readMetaBoxes } from './boxes.ts'
import { areWithin, type ByteRange, doOverlap, mergeRanges } from './byte-ranges.ts'
import { textAt } from './bytes-at.ts'
import type { Eraser } from './eraser.ts'
import { readTrack, type Track } from './track-samples.ts'

/** What players show of a film or a sound, as 3GPP (TS 26.244 §8), QuickTime and iTunes name it. All other user data goes. */
const USER_DATA = new Set([
  ...[
    '\xa9nam',
    '\xa9ART',
    '\xa9alb',
    '\xa9cmt',
    '\xa9day',
    '\xa9gen',
    '\xa9grp',
    '\xa9lyr',
    '\xa9wrt',
    '\xa9too',
  ],
  ...[
    '\xa9enc',
    '\xa9cpy',
    '\xa9des',
    'cprt',
    'titl',
    'dscp',
    'perf',
    'auth',
    'gnre',
    'albm',
    'yrrc',
    'rtng',
  ],
  ...[
    'clsf',
    'kywd',
    'name',
    'chpl',
    'kind',
    'tagc',
    'ludt',
    'hnti',
    'hinf',
    'tsel',
    'strk',
    'url ',
    'ID32',
    'meta',
  ],
])

/** Tags of iTunes that tell where, with what and for whom: the place, the device, and the account of who bought it. */
const PRIVATE_TAGS = new Set(['\xa9xyz', '\xa9mak', '\xa9mod', 'apID', 'ownr', 'loci'])

/** The names of QuickTime's tags that players show. All others go, those of the place and the device first of all. */
const SHOWN_NAME =
  /^(?:com\.apple\.quicktime\.)?(?:title|displayname|description|information|artist|author|album|comment|copyright|genre|keywords|year|publisher|producer|director|software|encoder)$|^com\.android\.(?:version|capture\.fps)$/

/** Documents in `meta`, in which cameras tell of themselves. */
const DOCUMENTS = new Set(['xml ', 'bxml', 'uuid'])

/**
 * Erases what a film says of where and by whom it was taken: in its `moov` box, and in tracks that tell it from moment to
 * moment, which `data` holds. Gives whether it could: not where the file says that sound or film has the same bytes.
 */
export function eraseFilmFacts(
  bytes: Uint8Array,
  moov: Box,
  data: readonly ByteRange[],
  eraser: Eraser,
): boolean {
  const boxes = [...readBoxes(bytes, moov.content, moov.end)]
  const tracks = boxes.filter(({ type }) => type === 'trak')
  for (const box of [
    ...boxes,
    ...tracks.flatMap(({ content, end }) => [...readBoxes(bytes, content, end)]),
  ]) {
    if (box.type === 'udta') eraseUserData(bytes, box, eraser)
    if (box.type === 'meta') eraseTags(bytes, box, eraser)
    if (box.type === 'uuid') eraser.erase(box)
  }
  return eraseTimedFacts(bytes, tracks, data, eraser)
}

/** Erases the tags of a `meta` box that tell where and by whom. */
export function eraseTags(bytes: Uint8Array, meta: Box, eraser: Eraser): void {
  const boxes = [...readMetaBoxes(bytes, meta)]
  const keys = boxes.find(({ type }) => type === 'keys')
  const names = keys && [...readBoxes(bytes, keys.content + 8, keys.end)].map((key) => nameOf(bytes, key))
  for (const box of boxes) {
    if (DOCUMENTS.has(box.type)) eraser.erase(box)
    if (box.type !== 'ilst') continue
    for (const tag of readBoxes(bytes, box.content, box.end)) {
      const name = names?.[numberOf(tag) - 1]
      const isPrivate =
        names === undefined ? PRIVATE_TAGS.has(tag.type) : name === undefined || !SHOWN_NAME.test(name)
      if (isPrivate) eraser.erase(tag)
    }
  }
}

function eraseUserData(bytes: Uint8Array, { content, end }: Box, eraser: Eraser): void {
  for (const box of readBoxes(bytes, content, end)) {
    if (!USER_DATA.has(box.type)) eraser.erase(box)
    else if (box.type === 'meta') eraseTags(bytes, box, eraser)
  }
}

/** Tracks of metadata are for programs that edit: their samples tell where the camera was, and no player shows them. */
function eraseTimedFacts(
  bytes: Uint8Array,
  boxes: readonly Box[],
  data: readonly ByteRange[],
  eraser: Eraser,
): boolean {
  const tracks = boxes.map((box) => readTrack(bytes, box))
  const isTimed = ({ handler }: Track) => handler === 'meta'
  if (!tracks.some(isTimed)) return true
  const told = readSamples(tracks.filter(isTimed))
  const shown = readSamples(tracks.filter((track) => !isTimed(track)))
  if (told === undefined || shown === undefined) return false
  if (doOverlap(told, shown) || !areWithin(told, data)) return false
  eraser.fill(told)
  return true
}

/** Where the samples of some tracks are; `undefined` where that cannot be read. */
function readSamples(tracks: readonly Track[]): readonly ByteRange[] | undefined {
  const samples = tracks.map((track) => track.samples())
  return samples.includes(undefined) ? undefined : mergeRanges(samples.flatMap((each) => each ?? []))
}

/** A tag of QuickTime has the number of its name, from 1 on, for a type. */
function numberOf({ type }: Box): number {
  return [...type].reduce((number, character) => number * 256 + character.charCodeAt(0), 0)
}

/** Longer than any name that is shown. */
const MOST_NAME_BYTES = 100

function nameOf(bytes: Uint8Array, { content, end }: Box): string {
  return textAt(bytes, content, Math.min(end - content, MOST_NAME_BYTES))
}
