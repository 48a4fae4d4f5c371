import { describe, expect, it } from 'vitest'
import { cleanAvif } from '../../../src/content/assets/clean-avif.ts'
import { aBox, aFullBox, bigEndian, someBytes } from './some-bytes.ts'

/** An item, with where its bytes lie among those of the file, of `idat`, or of another item. */
type Item = readonly [type: string, start: number, end: number, method?: number]

const TYPE = aBox('ftyp', 'avif', bigEndian(0), 'avifmif1')

/** The data begins at the place where it does whatever `meta` holds: offsets are taken from the end of that. */
function anAvif(
  items: readonly Item[],
  { data = 'image by me', meta = [] as Uint8Array[], more = [] as Uint8Array[] } = {},
) {
  const information = aFullBox(
    ...(['iinf', 0, bigEndian(items.length, 2)] as const),
    ...items.map(([type], index) => aFullBox('infe', 2, bigEndian(index + 1, 2), 0, 0, type, 0)),
  )
  const locate = (origin: number) =>
    aFullBox(
      ...(['iloc', 1, 0x44, 0, bigEndian(items.length, 2)] as const),
      ...items.map(([, start, end, method = 0], index) =>
        someBytes(
          ...[bigEndian(index + 1, 2), bigEndian(method, 2), bigEndian(0, 2), bigEndian(1, 2)],
          ...[bigEndian(start + (method === 0 ? origin : 0)), bigEndian(end - start)],
        ),
      ),
    )
  const build = (origin: number) => someBytes(TYPE, aFullBox('meta', 0, information, locate(origin), ...meta))
  return someBytes(build(build(0).length + 8), aBox('mdat', data), ...more)
}

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1')

describe('cleanAvif()', () => {
  it.each(['Exif', 'mime', 'uri ', 'jpeg', 'jumb'])('writes over an item of the type %s', (type) => {
    const picture = anAvif([
      ['av01', 0, 5],
      [type, 6, 11],
    ])
    const cleaned = cleanAvif(picture)
    expect(text(cleaned)).toBe(text(picture)?.replace('by me', type === 'Exif' ? '\0'.repeat(5) : '     '))
  })

  it('puts Exif that says nothing where there is room for it', () => {
    const cleaned = cleanAvif(
      anAvif(
        [
          ['av01', 0, 5],
          ['Exif', 5, 45],
        ],
        { data: `image${'by me '.repeat(9)}` },
      ),
    )
    expect(text(cleaned)).toContain('image\0\0\0\0MM\0*')
  })

  it('writes over an item in the box of the items', () => {
    const picture = anAvif(
      [
        ['av01', 0, 5],
        ['mime', 0, 5, 1],
      ],
      { data: 'image', meta: [aBox('idat', 'by me')] },
    )
    expect(text(cleanAvif(picture))).toBe(text(picture)?.replace('by me', '     '))
  })

  it.each(['uuid', 'udta', 'free', 'mpvd'])(
    'erases a box of the type %s within, and takes it out at the end',
    (type) => {
      const extra = aBox(type, 'by me')
      const cleaned = cleanAvif(anAvif([['av01', 0, 5]], { meta: [extra], more: [extra] }))
      expect(cleaned).toEqual(anAvif([['av01', 0, 5]], { meta: [aBox('free', '\0'.repeat(5))] }))
    },
  )

  it('gives the same bytes where all items are images', () => {
    const picture = anAvif([
      ['grid', 0, 4],
      ['av01', 4, 11],
    ])
    expect(cleanAvif(picture)).toBe(picture)
  })

  it.each([
    [
      'has the same bytes as an image',
      anAvif([
        ['av01', 0, 9],
        ['Exif', 6, 11],
      ]),
    ],
    [
      'is not in the data',
      anAvif([
        ['av01', 0, 5],
        ['Exif', -40, -20],
      ]),
    ],
    [
      'is told of by another item',
      anAvif([
        ['av01', 0, 5],
        ['Exif', 6, 11, 2],
      ]),
    ],
  ])('cannot clean what has an item that %s', (_which, picture) => {
    expect(cleanAvif(picture)).toBeUndefined()
  })

  it.each([
    ['without items', someBytes(TYPE, aBox('mdat', 'image by me'))],
    ['of which no image is there', anAvif([['Exif', 6, 11]])],
    ['whose items are cut off', anAvif([['av01', 0, 5]]).subarray(0, 60)],
  ])('cannot clean a file %s', (_which, picture) => {
    expect(cleanAvif(picture)).toBeUndefined()
  })
})
