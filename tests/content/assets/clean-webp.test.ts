import { describe, expect, it } from 'vitest'
import { cleanWebp } from '../../../src/content/assets/clean-webp.ts'
import { renderOrientation } from '../../../src/content/assets/exif-orientation.ts'
import { type BytesPart, bigEndian, someBytes } from './some-bytes.ts'

const IMAGE = aChunk('VP8 ', 'image')
const EXIF = aChunk('EXIF', renderOrientation(6), 'by me')
const XMP = aChunk('XMP ', 'by me')
const [EXIF_FLAG, XMP_FLAG, ICC_FLAG] = [0x08, 0x04, 0x20]

function aChunk(name: string, ...parts: readonly BytesPart[]): Uint8Array {
  const content = someBytes(...parts)
  return someBytes(name, bigEndian(content.length).reverse(), content, '\0'.repeat(content.length % 2))
}

function aWebp(...chunks: readonly Uint8Array[]): Uint8Array {
  const content = someBytes('WEBP', ...chunks)
  return someBytes('RIFF', bigEndian(content.length).reverse(), content)
}

const extended = (flags: number) => aChunk('VP8X', flags, 0, 0, 0, 3, 0, 0, 3, 0, 0)

describe('cleanWebp()', () => {
  it('takes out XMP and what it does not know, and tells of them no more', () => {
    const icc = aChunk('ICCP', 'profile')
    const picture = aWebp(extended(XMP_FLAG | ICC_FLAG), icc, aChunk('mine', 'by me'), IMAGE, XMP)
    expect(cleanWebp(someBytes(picture, 'trailing'))).toEqual(aWebp(extended(ICC_FLAG), icc, IMAGE))
  })

  it.each([
    ['', EXIF],
    [', though it has the beginning of JPEG', aChunk('EXIF', 'Exif\0\0', renderOrientation(6), 'by me')],
  ])('keeps of Exif the orientation%s', (_which, exif) => {
    const picture = aWebp(extended(EXIF_FLAG | XMP_FLAG), IMAGE, exif, XMP)
    const turned = aWebp(extended(EXIF_FLAG), IMAGE, aChunk('EXIF', renderOrientation(6)))
    expect(cleanWebp(picture)).toEqual(turned)
  })

  it('turns nothing by an orientation that nobody is told of', () => {
    expect(cleanWebp(aWebp(extended(0), IMAGE, EXIF))).toEqual(aWebp(extended(0), IMAGE))
    expect(cleanWebp(aWebp(IMAGE, EXIF))).toEqual(aWebp(IMAGE))
  })

  it('takes out what it does not know of a frame', () => {
    const place = '0123456789abcdef'
    const frame = (...chunks: readonly Uint8Array[]) => aChunk('ANMF', place, ...chunks)
    const picture = aWebp(extended(2), aChunk('ANIM', 'sixsix'), frame(IMAGE, XMP), frame(IMAGE))
    const cleaned = aWebp(extended(2), aChunk('ANIM', 'sixsix'), frame(IMAGE), frame(IMAGE))
    expect(cleanWebp(picture)).toEqual(cleaned)
  })

  it('keeps what is there of image data that is cut off, and says how long it would be', () => {
    const whole = aWebp(IMAGE)
    const cut = whole.subarray(0, whole.length - 3)
    expect(cleanWebp(cut)).toBe(cut)
    const more = aWebp(XMP, IMAGE)
    expect(cleanWebp(more.subarray(0, more.length - 3))).toEqual(cut)
  })

  it('cannot clean what has no image', () => {
    expect(cleanWebp(aWebp(extended(EXIF_FLAG), EXIF))).toBeUndefined()
  })
})
