import { type BytesOrRef, bytesOf, type LoadBlob } from '../model/blob.ts'
import type { EntrySlice, Representation, Resource, Stem, Version } from '../model/resource.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { poolPieces } from './resource-weight.ts'

const KINDS = ['content', 'moved', 'gone'] as const
const CODINGS = ['identity', 'gzip'] as const

/** Encodes a resource as its bytes in a pack. Its stem is in the pack's index. */
export function encodeResource({ versions, later }: Resource<BytesOrRef>, loadBlob: LoadBlob): Uint8Array {
  const writer = new ByteWriter()
  const pool = poolPieces(versions)
  writer.writeList([...pool.keys()], (piece) => writer.writeBytes(bytesOf(piece, loadBlob)))
  writer.writeList(versions, (version) => writeVersion(writer, version, pool))
  writer.writeList(later, (moment) => writer.writeInstant(moment))
  return writer.finish()
}

/** Decodes a resource; its bodies are views of the bytes. Throws a RangeError if the bytes are not a resource. */
export function decodeResource(stem: Stem, bytes: Uint8Array): Resource {
  const reader = new ByteReader(bytes)
  const pool = reader.readList(() => reader.readBytes())
  const versions = reader.readList(() => readVersion(reader, pool))
  const later = reader.readList(() => reader.readMoment())
  reader.finish()
  return { stem, versions, later }
}

function writeVersion(
  writer: ByteWriter,
  { from, shows }: Version<BytesOrRef>,
  pool: ReadonlyMap<BytesOrRef, number>,
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
  representation: Representation<BytesOrRef>,
  pool: ReadonlyMap<BytesOrRef, number>,
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

/** Writes each number as the distance from the previous one: entries lie close together, so the numbers are small. */
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
