import { type BytesAtHand, bytesOf, nothingKept, type ReadKept } from '../model/kept-bytes.ts'
import type { PackContents } from '../model/pack.ts'
import type { EntrySlice, Representation, Resource, Stem, Version } from '../model/resource.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { poolPieces } from './piece-pool.ts'

/** Grows with every change of what is stored below: an edge refuses what it was not made for. */
const FORMAT = 'strillone-pack-2'

const KINDS = ['content', 'moved', 'gone'] as const
const CODINGS = ['identity', 'gzip'] as const

/** Resources as the bytes of a pack. The same resources in the same order give the same bytes. */
export function encodePack(
  resources: readonly Resource<BytesAtHand>[],
  readKept: ReadKept = nothingKept,
): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeList(resources, (resource) => writeResource(writer, resource, readKept))
  return writer.finish()
}

/** What a pack holds; bodies are views of `bytes`. Throws a RangeError where the bytes are no pack of this format. */
export function decodePack(bytes: Uint8Array): PackContents {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a pack of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const resources = reader.readList(() => readResource(reader))
  reader.finish()
  return new Map(resources.map((resource) => [resource.stem, resource]))
}

function writeResource(
  writer: ByteWriter,
  { stem, versions, later }: Resource<BytesAtHand>,
  readKept: ReadKept,
): void {
  const pool = poolPieces(versions)
  writer.writeText(stem)
  writer.writeList([...pool.keys()], (piece) => writer.writeBytes(bytesOf(piece, readKept)))
  writer.writeList(versions, (version) => writeVersion(writer, version, pool))
  writer.writeList(later, (moment) => writer.writeInstant(moment))
}

function readResource(reader: ByteReader): Resource {
  const stem = reader.readText() as Stem
  const pool = reader.readList(() => reader.readBytes())
  const versions = reader.readList(() => readVersion(reader, pool))
  const later = reader.readList(() => reader.readMoment())
  return { stem, versions, later }
}

function writeVersion(
  writer: ByteWriter,
  { from, shows }: Version<BytesAtHand>,
  pool: ReadonlyMap<BytesAtHand, number>,
): void {
  writer.writeInstant(from)
  writer.writeNumber(KINDS.indexOf(shows.kind))
  if (shows.kind === 'moved') writer.writeText(shows.location)
  if (shows.kind === 'content') {
    writer.writeList(shows.representations, (each) => writeRepresentation(writer, each, pool))
  }
}

function readVersion(reader: ByteReader, pool: readonly Uint8Array[]): Version {
  const from = reader.readMoment()
  const kind = KINDS[reader.readNumber()]
  if (kind === 'gone') return { from, shows: { kind } }
  if (kind === 'moved') return { from, shows: { kind, location: reader.readText() } }
  if (kind === undefined) throw new RangeError('A stored resource is of no known kind')
  return {
    from,
    shows: { kind, representations: reader.readList(() => readRepresentation(reader, pool)) },
  }
}

function writeRepresentation(
  writer: ByteWriter,
  representation: Representation<BytesAtHand>,
  pool: ReadonlyMap<BytesAtHand, number>,
): void {
  writer.writeText(representation.form)
  writer.writeText(representation.type)
  writer.writeText(representation.etag)
  writer.writeInstant(representation.lastModified)
  writer.writeNumber(CODINGS.indexOf(representation.coding))
  writer.writeList(representation.pieces, (piece) => writer.writeNumber(pool.get(piece) ?? -1))
  writeEntries(writer, representation.entries ?? [])
}

function readRepresentation(reader: ByteReader, pool: readonly Uint8Array[]): Representation {
  const form = reader.readText()
  const type = reader.readText()
  const etag = reader.readText()
  const lastModified = reader.readInstant()
  const coding = CODINGS[reader.readNumber()]
  if (coding === undefined) throw new RangeError('A stored body is in no known coding')
  const pieces = reader.readList(() => {
    const piece = pool[reader.readNumber()]
    if (piece === undefined) throw new RangeError('A stored body has a piece that is not there')
    return piece
  })
  return {
    form,
    type,
    etag,
    ...(lastModified !== undefined && { lastModified }),
    coding,
    pieces,
    ...readEntries(reader),
  }
}

/** Each number as the distance from the one before: entries lie close together. */
function writeEntries(writer: ByteWriter, entries: readonly EntrySlice[]): void {
  let at = 0
  writer.writeList(entries, ({ start, end }) => {
    writer.writeNumber(start - at)
    writer.writeNumber(end - start)
    at = end
  })
}

function readEntries(reader: ByteReader): { readonly entries?: readonly EntrySlice[] } {
  let at = 0
  const entries = reader.readList((): EntrySlice => {
    const start = at + reader.readNumber()
    at = start + reader.readNumber()
    return { start, end: at }
  })
  return entries.length === 0 ? {} : { entries }
}
