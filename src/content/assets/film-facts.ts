import { type Box, readBoxes, readMetaBoxes } from './boxes.ts'
import { areWithin, type ByteRange, doOverlap, mergeRanges } from './byte-ranges.ts'
import { textAt } from './bytes-at.ts'
import type { Eraser } from './eraser.ts'
import { readTrack, type Track } from './track-samples.ts'

/**
 * User data that players show, by the names of 3GPP (TS 26.244 §8), QuickTime and iTunes. All other user data is
 * removed.
 */
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

/** iTunes tags with private data: the place, the device, and the buyer's account. */
const PRIVATE_TAGS = new Set(['\xa9xyz', '\xa9mak', '\xa9mod', 'apID', 'ownr', 'loci'])

/** The names of QuickTime tags that players show. All others are removed, such as those of place and device. */
const SHOWN_NAME =
  /^(?:com\.apple\.quicktime\.)?(?:title|displayname|description|information|artist|author|album|comment|copyright|genre|keywords|year|publisher|producer|director|software|encoder)$|^com\.android\.(?:version|capture\.fps)$/

/** Documents in `meta`, in which cameras describe themselves. */
const DOCUMENTS = new Set(['xml ', 'bxml', 'uuid'])

/**
 * Erases the data about where and by whom a film was made: in its `moov` box, and in tracks of timed metadata, whose
 * samples lie in `data`. Returns false if it cannot locate such samples, or if they share bytes with sound or film.
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

/** Erases the private tags of a `meta` box. */
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

/**
 * Erases tracks of timed metadata. They are for editing programs: their samples record where the camera was, and no
 * player shows them.
 */
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

/** Returns where the samples of tracks lie, or `undefined` if that cannot be read. */
function readSamples(tracks: readonly Track[]): readonly ByteRange[] | undefined {
  const samples = tracks.map((track) => track.samples())
  return samples.includes(undefined) ? undefined : mergeRanges(samples.flatMap((each) => each ?? []))
}

/** A QuickTime tag has the number of its name, counted from 1, in place of a type. */
function numberOf({ type }: Box): number {
  return [...type].reduce((number, character) => number * 256 + character.charCodeAt(0), 0)
}

/** Longer than any name that players show. */
const MOST_NAME_BYTES = 100

function nameOf(bytes: Uint8Array, { content, end }: Box): string {
  return textAt(bytes, content, Math.min(end - content, MOST_NAME_BYTES))
}
