import { describe, expect, it } from 'vitest'
import { cleanFilm } from '../../../src/content/assets/clean-file.ts'
import { aBox, aFullBox, bigEndian, someBytes } from './some-bytes.ts'

const TYPE = aBox('ftyp', 'isom', bigEndian(0), 'isommp42')
const free = (box: Uint8Array) => aBox('free', '\0'.repeat(box.length - 8))
const film = (...boxes: readonly Uint8Array[]) =>
  someBytes(TYPE, aBox('moov', ...boxes), aBox('mdat', 'film'))

const PLACE = aBox('\xa9xyz', 0, 18, 0x15, 0xc7, '+45.4064+011.8768/')
const TITLE = aBox('\xa9nam', 'A title')

/** Tags of QuickTime: a list of names, and values that have the number of one for a type. */
function someTags(plain: boolean, tags: readonly (readonly [name: string, value: Uint8Array])[]): Uint8Array {
  const handler = aFullBox('hdlr', 0, bigEndian(0), 'mdta', bigEndian(0), bigEndian(0), bigEndian(0), 0)
  const keys = aFullBox('keys', 0, bigEndian(tags.length), ...tags.map(([name]) => aBox('mdta', name)))
  const parts = [handler, keys, aBox('ilst', ...tags.map(([, value]) => value))]
  return plain ? aBox('meta', ...parts) : aFullBox('meta', 0, ...parts)
}

const tag = (number: number, text: string) => aBox(`\0\0\0${String.fromCharCode(number)}`, aBox('data', text))

/** A track of two samples in each of its chunks: of one size, or each of its own. */
function aTrack(handler: string, offsets: readonly number[], sizes: number | readonly number[]): Uint8Array {
  const each = typeof sizes === 'number' ? [] : sizes
  const one = typeof sizes === 'number' ? sizes : 0
  return aBox(
    'trak',
    aBox(
      'mdia',
      aFullBox('hdlr', 0, bigEndian(0), handler),
      aBox(
        'minf',
        aBox(
          'stbl',
          aFullBox('stsc', 0, bigEndian(1), bigEndian(1), bigEndian(2), bigEndian(1)),
          aFullBox(
            'stsz',
            0,
            bigEndian(one),
            bigEndian(each.length || 99),
            ...each.map((size) => bigEndian(size)),
          ),
          aFullBox('stco', 0, bigEndian(offsets.length), ...offsets.map((offset) => bigEndian(offset))),
        ),
      ),
    ),
  )
}

/** A film with a track of pictures and one that tells where the camera is; the data begins with the former. */
function aDrive(placeAt: number, sizes: number | readonly number[]): Uint8Array {
  const build = (origin: number) =>
    someBytes(
      TYPE,
      aBox('moov', aTrack('vide', [origin], 3), aTrack('meta', [origin + placeAt, origin + 13], sizes)),
      aBox('mdat', 'movingplace1.place2.rest'),
    )
  return build(build(0).length - 24)
}

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1')

describe('cleanFilm()', () => {
  it.each(['\xa9xyz', 'loci', '\xa9mak', '\xa9mod', 'XMP_', 'SDLN', 'CAME', 'GPMF'])(
    'erases %s of the user data of the film and of its tracks, and leaves the title',
    (type) => {
      const told = aBox(type, 'by me')
      const data = (box: Uint8Array) => aBox('udta', TITLE, box, aBox('chpl', 'chapters'))
      expect(cleanFilm(film(data(told), aBox('trak', data(told))))).toEqual(
        film(data(free(told)), aBox('trak', data(free(told)))),
      )
    },
  )

  it.each([true, false])('erases tags by their names, in a box of QuickTime: %s', (plain) => {
    const place = tag(1, '+45.4064+011.8768/')
    const tags = (first: Uint8Array) =>
      someTags(plain, [
        ['com.apple.quicktime.location.ISO6709', first],
        ['com.apple.quicktime.title', tag(2, 'A title')],
      ])
    expect(cleanFilm(film(tags(place)))).toEqual(film(tags(free(place))))
    expect(cleanFilm(film(aBox('udta', tags(place))))).toEqual(film(aBox('udta', tags(free(place)))))
  })

  it('leaves the tags of iTunes, but for the place and the account', () => {
    const account = aBox('apID', aBox('data', 'me@example.org'))
    const tags = (...boxes: readonly Uint8Array[]) =>
      aBox('udta', aFullBox('meta', 0, aBox('ilst', ...boxes)))
    expect(cleanFilm(film(tags(TITLE, account, PLACE)))).toEqual(
      film(tags(TITLE, free(account), free(PLACE))),
    )
  })

  it('erases documents of cameras and XMP', () => {
    const [document, xmp] = [aBox('xml ', '<Device serialNo="1"/>'), aBox('uuid', 'sixteen bytes id', '<x/>')]
    const meta = (box: Uint8Array) => aFullBox('meta', 0, aFullBox('hdlr', 0, bigEndian(0), 'nrtm'), box)
    expect(cleanFilm(someBytes(film(TITLE), meta(document), xmp))).toEqual(
      someBytes(film(TITLE), meta(free(document)), free(xmp)),
    )
  })

  it.each([
    ['one size', 3],
    ['sizes of their own', [3, 3, 2, 4]],
  ])('writes over what a track tells from moment to moment, in samples of %s', (_which, sizes) => {
    const drive = aDrive(6, sizes)
    const erased = text(drive)?.replace('place1.place2.', `${'\0'.repeat(6)}.${'\0'.repeat(6)}.`)
    expect(text(cleanFilm(drive))).toBe(erased)
  })

  it.each([
    ['the same bytes as pictures', aDrive(4, 3)],
    ['bytes that are no data', aDrive(-60, 3)],
  ])('cannot clean a film in which such a track has %s', (_which, drive) => {
    expect(cleanFilm(drive)).toBeUndefined()
  })

  it('gives the same bytes of a film that says nothing', () => {
    const silent = film(aBox('udta', TITLE), aTrack('vide', [0], 3))
    expect(cleanFilm(silent)).toBe(silent)
  })
})
