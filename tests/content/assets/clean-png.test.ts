import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cleanPng } from '../../../src/content/assets/clean-png.ts'
import { renderOrientation } from '../../../src/content/assets/exif-orientation.ts'
import { type BytesPart, bigEndian, someBytes } from './some-bytes.ts'

const SIGNATURE = someBytes(0x89, 'PNG\r\n', 0x1a, '\n')
const HEADER = aChunk('IHDR', 'thirteen byte')
const DATA = aChunk('IDAT', 'data')
const END = aChunk('IEND')

function aChunk(name: string, ...parts: readonly BytesPart[]): Uint8Array {
  const named = someBytes(name, ...parts)
  return someBytes(bigEndian(named.length - 4), named, bigEndian(crc32(named)))
}

describe('cleanPng()', () => {
  it.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'dSIG', 'caBX', 'iDOT', 'prVt'])(
    'takes out %s',
    (name) => {
      const extra = aChunk(name, 'by me')
      const picture = someBytes(SIGNATURE, HEADER, extra, DATA, extra, DATA, extra, END, 'trailing')
      expect(cleanPng(picture)).toEqual(someBytes(SIGNATURE, HEADER, DATA, DATA, END))
    },
  )

  it.each(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'pHYs', 'acTL', 'fcTL', 'fdAT'])(
    'gives the same bytes with %s',
    (name) => {
      const picture = someBytes(SIGNATURE, HEADER, aChunk(name, 'some'), DATA, END)
      expect(cleanPng(picture)).toBe(picture)
    },
  )

  it('keeps of Exif the orientation, with the checksum that it has then', () => {
    const exif = aChunk('eXIf', renderOrientation(6), 'by me')
    const picture = someBytes(SIGNATURE, HEADER, DATA, exif, END)
    const turned = aChunk('eXIf', renderOrientation(6))
    expect(cleanPng(picture)).toEqual(someBytes(SIGNATURE, HEADER, DATA, turned, END))
  })

  it('keeps what is there of image data that is cut off, and nothing of a text', () => {
    const cut = someBytes(SIGNATURE, HEADER, DATA.subarray(0, 10))
    expect(cleanPng(cut)).toBe(cut)
    const text = someBytes(SIGNATURE, HEADER, DATA, aChunk('tEXt', 'by me').subarray(0, 11))
    expect(cleanPng(text)).toEqual(someBytes(SIGNATURE, HEADER, DATA))
  })

  it.each([
    ['is cut off before its image data', someBytes(SIGNATURE, HEADER, aChunk('tEXt', 'by me'))],
    ['has something else before its image data', someBytes(SIGNATURE, HEADER, 'by me, I am sure', DATA, END)],
  ])('cannot clean what %s', (_how, picture) => {
    expect(cleanPng(picture)).toBeUndefined()
  })
})
