import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFile } from '../../../src/content/assets/clean-file.ts'
import { readPictureForm } from '../../../src/content/assets/picture-form.ts'
import { aPhoto, findPrivate, PHOTOS } from '../../support/a-photo.ts'

const clean = (bytes: Uint8Array, form: string): Uint8Array => {
  const cleaned = cleanFile(bytes, form)
  if (cleaned === undefined) throw new Error(`Cannot clean a ${form}`)
  return cleaned
}

/** A photo that was damaged: cut, with some bytes changed, and with a part of it again elsewhere. */
const damagedPhoto = fc
  .record({
    photo: fc.constantFrom(...PHOTOS),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
    again: fc.tuple(fc.nat(5000), fc.nat(300), fc.nat(5000)),
  })
  .map(({ photo: [name, form], cut, changes, again: [from, length, to] }) => {
    const bytes = aPhoto(name)
    for (const [at, byte] of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte
    if (to < bytes.length) bytes.set(bytes.slice(from, from + length).subarray(0, bytes.length - to), to)
    return [bytes.slice(0, cut < 0.5 ? bytes.length : Math.ceil(bytes.length * cut)), form] as const
  })

const anyBytes = fc.tuple(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(...new Set(PHOTOS.map(([, form]) => form))),
)

describe('cleanFile()', () => {
  it.each(PHOTOS)('takes all that is private out of %s', (name, form) => {
    expect(findPrivate(aPhoto(name))).toBeDefined()
    expect(findPrivate(clean(aPhoto(name), form))).toBeUndefined()
  })

  it.each(PHOTOS)('gives the same bytes of %s once it is clean', (name, form) => {
    const cleaned = clean(aPhoto(name), form)
    expect(cleanFile(cleaned, form)).toBe(cleaned)
  })

  it.each(PHOTOS.slice(0, 8))('leaves the size and the orientation of %s as they are', (name, form) => {
    expect(readPictureForm(clean(aPhoto(name), form))).toEqual(readPictureForm(aPhoto(name)))
  })

  it.each([
    ['baseline.jpg', 'jpg', '\xff\xdb'],
    ['progressive.jpg', 'jpg', '\xff\xdb'],
    ['photo.png', 'png', 'IDAT'],
    ['lossy.webp', 'webp', 'VP8 '],
    ['lossless.webp', 'webp', 'VP8L'],
    ['animated.webp', 'webp', 'ANMF'],
  ])('leaves the image data of %s as it is', (name, form, beginning) => {
    const plain = Buffer.from(aPhoto(`plain/${name}`)).toString('latin1')
    const cleaned = Buffer.from(clean(aPhoto(name), form)).toString('latin1')
    expect(cleaned).toContain(plain.slice(plain.indexOf(beginning)))
  })

  it('leaves the image data of an AVIF where it is', () => {
    const plain = aPhoto('plain/still.avif')
    const data = plain.slice(Buffer.from(plain).indexOf('mdat') + 4)
    const at = (bytes: Uint8Array) => Buffer.from(bytes).indexOf(data)
    const photo = aPhoto('still.avif')
    expect(at(photo)).toBeGreaterThan(0)
    expect(at(clean(photo, 'avif'))).toBe(at(photo))
    expect(clean(photo, 'avif')).toHaveLength(photo.length)
  })

  it.each(['baseline.jpg', 'progressive.jpg', 'lossy.webp', 'lossless.webp'])(
    'keeps the colour profile of %s',
    (name) => {
      const cleaned = clean(aPhoto(name), name.endsWith('jpg') ? 'jpg' : 'webp')
      expect(Buffer.from(cleaned).includes('mntrRGB XYZ ')).toBe(true)
    },
  )

  it('keeps the colour profile of a PNG', () => {
    expect(Buffer.from(clean(aPhoto('photo.png'), 'png')).includes('iCCP')).toBe(true)
  })

  it.each(PHOTOS.slice(0, 7).map(([name, form]) => [`plain/${name}`, form] as const))(
    'gives the same bytes of %s, which has nothing to take out',
    (name, form) => {
      const plain = aPhoto(name)
      expect(cleanFile(plain, form)).toBe(plain)
    },
  )

  it('leaves what players show of a film', () => {
    const film = Buffer.from(clean(aPhoto('film.mp4'), 'mp4'))
    expect([film.includes('A film'), film.includes('Film Artist')]).toEqual([true, true])
  })

  it('leaves other kinds of files as they are', () => {
    const bytes = new TextEncoder().encode('ID3 by Somebody')
    expect(cleanFile(bytes, 'mp3')).toBe(bytes)
  })

  it('throws nothing, whatever the bytes, and finds nothing to take out of what it has cleaned', () => {
    fc.assert(
      fc.property(fc.oneof(damagedPhoto, anyBytes), ([bytes, form]) => {
        // As Node reads it from a file: the `slice` of a Buffer is no copy.
        const read = Buffer.from(bytes)
        const cleaned = cleanFile(read, form)
        expect(read.equals(bytes)).toBe(true)
        if (cleaned !== undefined) expect(cleanFile(cleaned, form)).toBe(cleaned)
      }),
      { numRuns: 2000 },
    )
  })
})
