import { describe, expect, it } from 'vitest'
import { cleanGif } from '../../../src/content/assets/clean-gif.ts'
import { someBytes } from './some-bytes.ts'

/** With two colours of its own. */
const HEADER = someBytes('GIF89a', 4, 0, 4, 0, 0x80, 0, 0, 'rgbrgb')
const IMAGE = someBytes(0x2c, 0, 0, 0, 0, 4, 0, 4, 0, 0x80, 'rgbrgb', 2, 3, 'dat', 1, 'a', 0)
const END = someBytes(0x3b)

const anExtension = (label: number, ...blocks: string[]) =>
  someBytes(0x21, label, ...blocks.flatMap((block) => [block.length, block]), 0)

describe('cleanGif()', () => {
  it.each([
    ['a comment', anExtension(0xfe, 'by me', 'and her')],
    ['XMP', anExtension(0xff, 'XMP DataXMP', 'by me')],
    ['what an application says', anExtension(0xff, 'MGK8BIM0000', 'by me')],
  ])('takes out %s, and what follows the end', (_what, extra) => {
    const picture = someBytes(HEADER, extra, IMAGE, extra, IMAGE, extra, END, 'trailing')
    expect(cleanGif(picture)).toEqual(someBytes(HEADER, IMAGE, IMAGE, END))
  })

  it.each([
    ['the time of a frame', anExtension(0xf9, '\0\0\0\0')],
    ['how often it is repeated', anExtension(0xff, 'NETSCAPE2.0', '\x01\0\0')],
    ['a colour profile', anExtension(0xff, 'ICCRGBG1012', 'profile')],
  ])('gives the same bytes with %s', (_what, part) => {
    const picture = someBytes(HEADER, part, IMAGE, END)
    expect(cleanGif(picture)).toBe(picture)
  })

  it('keeps what is there of an image that is cut off', () => {
    const picture = someBytes(HEADER, IMAGE.subarray(0, 20))
    expect(cleanGif(picture)).toBe(picture)
  })

  it('cannot clean what has no image', () => {
    expect(cleanGif(someBytes(HEADER, anExtension(0xfe, 'by me'), END))).toBeUndefined()
    expect(cleanGif(someBytes(HEADER, 'by me'))).toBeUndefined()
  })
})
