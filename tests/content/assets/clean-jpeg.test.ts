import { describe, expect, it } from 'vitest'
import { cleanJpeg } from '../../../src/content/assets/clean-jpeg.ts'
import { type BytesPart, bigEndian, someBytes } from './some-bytes.ts'

const START = someBytes(0xff, 0xd8)
const END = someBytes(0xff, 0xd9)
const TABLES = aSegment(0xdb, 'tables')
const SCAN = someBytes(aSegment(0xda, 'scan'), 'data', 0xff, 0, 0xff, 0xd0, 'more')
const JFIF = aSegment(0xe0, 'JFIF\0', 1, 1, 0, 0, 1, 0, 1, 0, 0)

function aSegment(marker: number, ...parts: readonly BytesPart[]): Uint8Array {
  const content = someBytes(...parts)
  return someBytes(0xff, marker, bigEndian(content.length + 2, 2), content)
}

/** Exif in the order of bytes of Intel, with another entry before the orientation and a smaller picture behind. */
function anExif(orientation: number): Uint8Array {
  const entries = [
    2,
    0,
    0x0f,
    1,
    2,
    0,
    2,
    0,
    0,
    0,
    'A\0\0\0',
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
  ]
  return aSegment(0xe1, 'Exif\0\0II*\0', 8, 0, 0, 0, ...entries, 0, 0, 0, 0, 'smaller picture')
}

const ONLY_ORIENTATION = aSegment(
  0xe1,
  ...['Exif\0\0MM\0*', bigEndian(8), bigEndian(1, 2), bigEndian(0x0112, 2), bigEndian(3, 2), bigEndian(1)],
  ...[bigEndian(6, 2), 0, 0, bigEndian(0)],
)

describe('cleanJpeg()', () => {
  it.each([
    ['Exif that says nothing of an orientation', anExif(0)],
    ['XMP', aSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
    ['the list of further images', aSegment(0xe2, 'MPF\0')],
    ['a smaller picture of JFIF', aSegment(0xe0, 'JFXX\0', 0x10)],
    ['what makers of cameras say', aSegment(0xe5, 'serial')],
    ['credentials', aSegment(0xeb, 'JP')],
    ['IPTC', aSegment(0xed, 'Photoshop 3.0\0')],
    ['a comment', aSegment(0xfe, 'by me')],
  ])('takes out %s, before the image, between its scans and behind them', (_what, extra) => {
    const picture = someBytes(START, JFIF, extra, TABLES, SCAN, extra, TABLES, SCAN, extra, END, 'trailing')
    expect(cleanJpeg(picture)).toEqual(someBytes(START, JFIF, TABLES, SCAN, TABLES, SCAN, END))
  })

  it.each([
    ['a segment of a marker without a meaning', aSegment(0x22, 'by me')],
    ['what is no segment', someBytes('by me')],
  ])('takes out %s before the image', (_what, extra) => {
    const picture = someBytes(START, JFIF, extra, TABLES, extra, SCAN, END)
    expect(cleanJpeg(picture)).toEqual(someBytes(START, JFIF, TABLES, SCAN, END))
  })

  it.each([
    ['a colour profile', aSegment(0xe2, 'ICC_PROFILE\0', 1, 1, 'profile')],
    ['what Adobe says of the colours', aSegment(0xee, 'Adobe', 0, 100, 0, 0, 0, 0, 1)],
    ['fill bytes before a marker', someBytes(0xff, 0xff, TABLES)],
    ['the number of lines behind the scan', aSegment(0xdc, 0, 9)],
  ])('gives the same bytes with %s', (_what, part) => {
    const picture = someBytes(START, JFIF, part, SCAN, part, END)
    expect(cleanJpeg(picture)).toBe(picture)
  })

  it('gives the same bytes with an orientation that stands alone', () => {
    const picture = someBytes(START, ONLY_ORIENTATION, SCAN, END)
    expect(cleanJpeg(picture)).toBe(picture)
  })

  it('keeps the first orientation alone', () => {
    const picture = someBytes(START, anExif(6), anExif(3), SCAN, END)
    expect(cleanJpeg(picture)).toEqual(someBytes(START, ONLY_ORIENTATION, SCAN, END))
  })

  it('keeps JFIF without its smaller picture', () => {
    const smaller = aSegment(0xe0, 'JFIF\0', 1, 1, 0, 0, 1, 0, 1, 1, 1, 'rgb')
    expect(cleanJpeg(someBytes(START, smaller, SCAN, END))).toEqual(someBytes(START, JFIF, SCAN, END))
  })

  it('takes out what is added to the colours of Adobe', () => {
    const adobe = ['Adobe', 0, 100, 0, 0, 0, 0, 1] as const
    const picture = someBytes(START, aSegment(0xee, ...adobe, 'by me'), SCAN, END)
    expect(cleanJpeg(picture)).toEqual(someBytes(START, aSegment(0xee, ...adobe), SCAN, END))
  })

  it('takes out the image that follows one without an end', () => {
    const picture = someBytes(START, SCAN, START, anExif(6), SCAN, END)
    expect(cleanJpeg(picture)).toEqual(someBytes(START, SCAN))
  })

  it('keeps what is there of a scan that is cut off', () => {
    const picture = someBytes(START, SCAN)
    expect(cleanJpeg(picture)).toBe(picture)
  })

  it.each([
    ['before its scan', someBytes(START, JFIF, TABLES)],
    ['within a segment', someBytes(START, anExif(6).subarray(0, 20))],
    ['by its end', someBytes(START, END)],
  ])('cannot clean what is cut off %s', (_where, picture) => {
    expect(cleanJpeg(picture)).toBeUndefined()
  })
})
