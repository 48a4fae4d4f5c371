import type { PackContents } from '../model/pack.ts'
import type { EntrySlice, Representation, Resource, Stem } from '../model/resource.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** Grows with every change of what is stored below: an edge refuses what it was not made for. */
const FORMAT = 'strillone-pack-1'

const KINDS = ['content', 'moved', 'gone'] as const
const CODINGS = ['identity', 'gzip'] as const

/** Resources as the bytes of a pack. The same resources in the same order give the same bytes. */
export function encodePack(resources: readonly Resource[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeList(resources, (resource) => writeResource(writer, resource))
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

function writeResource(writer: ByteWriter, resource: Resource): void {
  writer.writeText(resource.stem)
  writer.writeNumber(KINDS.indexOf(resource.kind))
  if (resource.kind === 'moved') writer.writeText(resource.location)
  if (resource.kind === 'content') {
    writer.writeList(resource.representations, (each) => writeRepresentation(writer, each))
  }
}

function readResource(reader: ByteReader): Resource {
  const stem = reader.readText() as Stem
  const kind = KINDS[reader.readNumber()]
  if (kind === 'gone') return { kind, stem }
  if (kind === 'moved') return { kind, stem, location: reader.readText() }
  if (kind === 'content')
    return { kind, stem, representations: reader.readList(() => readRepresentation(reader)) }
  throw new RangeError('A stored resource is of no known kind')
}

function writeRepresentation(writer: ByteWriter, representation: Representation): void {
  writer.writeText(representation.form)
  writer.writeText(representation.type)
  writer.writeText(representation.etag)
  writer.writeInstant(representation.lastModified)
  writer.writeNumber(CODINGS.indexOf(representation.coding))
  writer.writeBytes(representation.body)
  writeEntries(writer, representation.entries ?? [])
}

function readRepresentation(reader: ByteReader): Representation {
  const form = reader.readText()
  const type = reader.readText()
  const etag = reader.readText()
  const lastModified = reader.readInstant()
  const coding = CODINGS[reader.readNumber()]
  if (coding === undefined) throw new RangeError('A stored body is in no known coding')
  return {
    form,
    type,
    etag,
    ...(lastModified !== undefined && { lastModified }),
    coding,
    body: reader.readBytes(),
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
