import { cleanFile } from '../../../src/content/assets/clean-file.ts'
import { checkPatterns } from '../../bounds/check-patterns.ts'
import { aBox, aFullBox, type BytesPart, bigEndian, someBytes } from './some-bytes.ts'

/** Of pictures and films there are larger ones than of texts. */
const SIZES = [64_000, 128_000, 256_000, 512_000, 1_024_000, 2_048_000]

/** So many bytes, of one part again and again. */
function fill(bytes: number, ...parts: readonly BytesPart[]): Uint8Array {
  const part = someBytes(...parts)
  const filled = new Uint8Array(bytes)
  for (let at = 0; at + part.length <= bytes; at += part.length) filled.set(part, at)
  return filled
}

const SCAN = someBytes(0xff, 0xda, 0, 2)
const exif = (entries: number) => someBytes('Exif\0\0MM\0*', bigEndian(8), bigEndian(entries, 2))

/** So many items that all have the same bytes, which are as many as those that tell of them. */
function sameItems(bytes: number, type: string): Uint8Array {
  const ids = Array.from({ length: Math.min(Math.floor(bytes / 50), 65_535) }, (_, id) => bigEndian(id, 2))
  const count = bigEndian(ids.length, 2)
  const entries = someBytes(...ids.map((id) => aFullBox('infe', 2, id, 0, 0, type, 0)))
  const build = (origin: number) => {
    const place = someBytes(0, 0, 0, 0, 0, 1, bigEndian(origin), bigEndian(bytes))
    const places = someBytes(...ids.flatMap((id) => [id, place]))
    return aFullBox(
      'meta',
      0,
      aFullBox('iinf', 0, count, entries),
      aFullBox('iloc', 1, 0x44, 0, count, places),
    )
  }
  return someBytes(build(build(0).length + 8), aBox('mdat', fill(bytes, 1)))
}

/** A drawing with one part again and again, inside of its root or of another element. */
const drawing = (bytes: number, part: string, before = '', after = '') =>
  someBytes(`<svg>${before}`, fill(bytes, part), `${after}</svg>`)

const PATTERNS: readonly (readonly [what: string, form: string, make: (bytes: number) => Uint8Array])[] = [
  ['image data of FF 00', 'jpg', (bytes) => someBytes(0xff, 0xd8, SCAN, fill(bytes, 0xff, 0))],
  ['fill bytes', 'jpg', (bytes) => someBytes(0xff, 0xd8, SCAN, fill(bytes, 0xff))],
  ['scans', 'jpg', (bytes) => someBytes(0xff, 0xd8, fill(bytes, SCAN))],
  ['comments', 'jpg', (bytes) => someBytes(0xff, 0xd8, fill(bytes, 0xff, 0xfe, 0, 2), SCAN)],
  [
    'Exif',
    'jpg',
    (bytes) => someBytes(0xff, 0xd8, fill(bytes, 0xff, 0xe1, 0xff, 0, exif(5000), '\0'.repeat(65_262)), SCAN),
  ],
  [
    'texts',
    'png',
    (bytes) => someBytes('signatur', fill(bytes, bigEndian(0), 'tEXt', 'crc!'), bigEndian(0), 'IDATcrc!'),
  ],
  [
    'texts in image data',
    'png',
    (bytes) => someBytes('signatur', fill(bytes, bigEndian(0), 'IDATcrc!', bigEndian(0), 'tEXtcrc!')),
  ],
  [
    'blocks of one byte',
    'gif',
    (bytes) => someBytes('GIF89a', '\0'.repeat(7), 0x2c, '\0'.repeat(10), fill(bytes, 1, 1)),
  ],
  [
    'comments',
    'gif',
    (bytes) => someBytes('GIF89a', '\0'.repeat(7), 0x2c, '\0'.repeat(11), fill(bytes, 0x21, 0xfe, 0)),
  ],
  [
    'chunks',
    'webp',
    (bytes) =>
      someBytes('RIFF', 255, 255, 255, 255, 'WEBP', fill(bytes, 'VP8 ', bigEndian(0), 'mine', bigEndian(0))),
  ],
  ['boxes', 'avif', (bytes) => someBytes(sameItems(1000, 'av01'), fill(bytes, aBox('mdat', '')))],
  ['items of one place', 'avif', (bytes) => sameItems(bytes, 'Exif')],
  ['images of one place', 'avif', (bytes) => sameItems(bytes, 'av01')],
  ['user data', 'mp4', (bytes) => aBox('moov', aBox('udta', fill(bytes, aBox('loci', ''))))],
  ['lists of user data', 'mp4', (bytes) => aBox('moov', fill(bytes, aBox('udta', aBox('loci', ''))))],
  [
    'names of tags',
    'mp4',
    (bytes) =>
      aBox(
        'moov',
        aBox(
          'meta',
          aFullBox('hdlr', 0),
          aFullBox('keys', 0, bigEndian(0), fill(bytes, aBox('mdta', ''))),
          aBox('ilst', fill(bytes, aBox('\0\0\0\x09', ''))),
        ),
      ),
  ],
  ...[
    '<g>',
    '<g/>',
    '</g>',
    '<g>a</g>',
    '<path d="M0 0"/>',
    '<script>',
    '<a>',
    '<foreignObject><div>',
    '&lt;',
    '<!--',
  ].map((part) => [part, 'svg', (bytes: number) => drawing(bytes, part)] as const),
  ...[
    '@import',
    '@import"',
    "@import url('",
    'url(',
    'url("',
    '"',
    '/*',
    '/',
    '\\',
    ';',
    'u',
    '@',
    'url(#a)',
  ].map(
    (part) =>
      [
        `${part} in the style`,
        'svg',
        (bytes: number) => drawing(bytes, part, '<style>', '</style>'),
      ] as const,
  ),
  ['attributes', 'svg', (bytes) => drawing(bytes, ' fill="url(#a)"', '<g', '/>')],
  ['pictures', 'svg', (bytes) => drawing(bytes, '<image href="data:image/png;base64,iVBORw0KGgo="/>')],
  ['a picture', 'svg', (bytes) => drawing(bytes, 'AAAA', '<image href="data:image/png;base64,', '"/>')],
  [
    'tracks',
    'mp4',
    (bytes) =>
      aBox('moov', fill(bytes, aBox('trak', aBox('mdia', aFullBox('hdlr', 0, bigEndian(0), 'meta'))))),
  ],
]

checkPatterns(
  'Pictures and films',
  PATTERNS.map(([what, form, make]) => ({
    name: `${what} of a ${form}`,
    make,
    run: (bytes: Uint8Array) => cleanFile(bytes, form),
  })),
  SIZES,
)
