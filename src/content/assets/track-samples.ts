import { type Box, readBoxes } from './boxes.ts'
import type { ByteRange } from './byte-ranges.ts'
import { bigEndianAt, textAt } from './bytes-at.ts'

/** The parts of a track that cleaning needs. */
export interface Track {
  /** The kind of its samples: `vide`, `soun`, `meta` … (ISO/IEC 14496-12 §8.4.3). */
  readonly handler: string
  /** Returns where its samples lie in the file, or `undefined` if that cannot be read. */
  readonly samples: () => readonly ByteRange[] | undefined
}

/** Reads a `trak` box (§8.3.1). */
export function readTrack(bytes: Uint8Array, track: Box): Track {
  const within = (box: Box | undefined, type: string): Box | undefined =>
    box && [...readBoxes(bytes, box.content, box.end)].find((child) => child.type === type)
  const media = within(track, 'mdia')
  const handler = within(media, 'hdlr')
  return {
    handler: handler === undefined ? '' : textAt(bytes, handler.content + 8, 4),
    samples: () => {
      const table = within(within(media, 'minf'), 'stbl')
      return table && readSamples(bytes, [...readBoxes(bytes, table.content, table.end)])
    },
  }
}

/** Returns the chunks of a track (§8.7.5), each as long as its samples together (§8.7.3, §8.7.4). */
function readSamples(bytes: Uint8Array, tables: readonly Box[]): readonly ByteRange[] | undefined {
  const find = (type: string) => tables.find((table) => table.type === type)
  const long = find('co64')
  const offsets = readTable(bytes, long ?? find('stco'), 4, long ? 8 : 4)
  const runs = readTable(bytes, find('stsc'), 4, 12)
  const sizes = readTable(bytes, find('stsz'), 8, 4)
  if (offsets === undefined || runs === undefined || sizes === undefined) return undefined
  // Either all samples have one size, or the table has the size of each.
  const one = bigEndianAt(bytes, sizes.start - 8, 4)
  let run = -1
  let sample = 0
  return Array.from({ length: offsets.count }, (_, chunk) => {
    while (run + 1 < runs.count && bigEndianAt(bytes, runs.at(run + 1), 4) <= chunk + 1) run++
    const samples = run < 0 ? 0 : bigEndianAt(bytes, runs.at(run) + 4, 4)
    const start = bigEndianAt(bytes, offsets.at(chunk), offsets.width)
    if (one !== 0) return { start, end: Math.min(start + samples * one, bytes.length) }
    let end = start
    for (const last = Math.min(sample + samples, sizes.count); sample < last; sample++)
      end += bigEndianAt(bytes, sizes.at(sample), 4)
    return { start, end: Math.min(end, bytes.length) }
  })
}

/** A box that holds a table: its version, flags and number of rows, then the rows that are there. */
interface Table {
  readonly start: number
  readonly width: number
  readonly count: number
  readonly at: (row: number) => number
}

/** Reads a table. `before` is the offset of its number of rows. */
function readTable(
  bytes: Uint8Array,
  box: Box | undefined,
  before: number,
  width: number,
): Table | undefined {
  if (box === undefined) return undefined
  const start = box.content + before + 4
  const room = Math.max(0, Math.floor((box.end - start) / width))
  const count = Math.min(bigEndianAt(bytes, box.content + before, 4), room)
  return { start, width, count, at: (row) => start + row * width }
}
