/** Whole pictures of one colour in a few dozen bytes, the same ones each time. */

/** A JPEG with a scan that shows nothing, and with Exif that tells camera, owner, serial number and the place where it was taken. */
export function jpegWithPlace(width: number, height: number, mark: number): Uint8Array {
  const exif = exifOf(mark)
  const app1 = [0xff, 0xe1, ...be16(exif.length + 8), ...ascii('Exif\0\0'), ...exif]
  const frame = [0xff, 0xc0, 0, 11, 8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, mark & 0x7f]
  return Uint8Array.from([0xff, 0xd8, ...app1, ...frame, ...scan, 0xff, 0xd9])
}

/** A PNG whose image data is empty, with a text that tells where it was taken. */
export function pngWithText(width: number, height: number, mark: number): Uint8Array {
  const header = chunk('IHDR', [...be32(width), ...be32(height), 8, 2, 0, 0, 0])
  const text = chunk('tEXt', ascii(`Location\0at stone number ${mark}`))
  const image = chunk('IDAT', [mark & 0xff])
  return Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n\x1a\n'),
    ...header,
    ...text,
    ...image,
    ...chunk('IEND', []),
  ])
}

/** A GIF whose image data is empty, with a comment. */
export function gif(width: number, height: number, mark: number): Uint8Array {
  const comment = [0x21, 0xfe, 1, mark & 0xff, 0]
  const size = [...le16(width), ...le16(height)]
  const image = [0x2c, 0, 0, 0, 0, ...size, 0, 2, 1, mark & 0xff, 0]
  return Uint8Array.from([...ascii('GIF89a'), ...size, 0, 0, 0, ...comment, ...image, 0x3b])
}

/** A lossless WebP as far as its size, with Exif. */
export function webpWithPlace(width: number, height: number, mark: number): Uint8Array {
  const bits = (width - 1) | ((height - 1) << 14)
  const picture = [...ascii('VP8L'), ...le32(5), 0x2f, ...le32(bits), 0]
  const exif = exifOf(mark)
  const body = [...ascii('WEBP'), ...picture, ...ascii('EXIF'), ...le32(exif.length), ...exif]
  return Uint8Array.from([...ascii('RIFF'), ...le32(body.length), ...body])
}

/** An AVIF of one item with a few bytes of data (ISO/IEC 23008-12 §6), and with free space that tells something. */
export function avif(width: number, height: number, mark: number): Uint8Array {
  const type = box('ftyp', ascii('avif\0\0\0\0avifmif1'))
  const size = box('ispe', [0, 0, 0, 0, ...be32(width), ...be32(height)])
  const item = box('infe', [2, 0, 0, 0, ...be16(1), ...be16(0), ...ascii('av01\0')])
  const metaAt = (offset: number) =>
    box('meta', [
      ...[0, 0, 0, 0],
      ...box('hdlr', [...be32(0), ...be32(0), ...ascii('pict'), ...be32(0), ...be32(0), ...be32(0), 0]),
      ...box('pitm', [0, 0, 0, 0, ...be16(1)]),
      ...box('iloc', [
        0,
        0,
        0,
        0,
        0x44,
        0,
        ...be16(1),
        ...be16(1),
        ...be16(0),
        ...be16(1),
        ...be32(offset),
        ...be32(4),
      ]),
      ...box('iinf', [0, 0, 0, 0, ...be16(1), ...item]),
      ...box('iprp', [...box('ipco', size), ...box('ipma', [0, 0, 0, 0, ...be32(1), ...be16(1), 1, 1])]),
    ])
  const offset = type.length + metaAt(0).length + 8
  const data = box('mdat', be32(0x12000a00 + mark))
  return Uint8Array.from([...type, ...metaAt(offset), ...data, ...box('free', be32(mark))])
}

/** TIFF in big-endian order: make, orientation, owner, serial number, and a directory with a place (Exif 2.3 §4.6). */
function exifOf(mark: number): number[] {
  const entries = [
    [0x010f, 2, 4, ...ascii('Cam\0')],
    [0x0112, 3, 1, 0, 6, 0, 0],
    [0xa430, 2, 4, ...ascii('Eva\0')],
    [0xa431, 4, 1, ...be32(mark)],
    [0x8825, 4, 1, ...be32(74)],
  ]
  const place = [
    [1, 2, 2, ...ascii('N\0\0\0')],
    [3, 2, 2, ...ascii('E\0\0\0')],
  ]
  return [...ascii('MM'), 0, 42, ...be32(8), ...directory(entries), ...directory(place)]
}

function directory(entries: readonly (readonly number[])[]): number[] {
  const written = entries.flatMap(([tag = 0, type = 0, count = 0, ...value]) => [
    ...[...be16(tag), ...be16(type), ...be32(count), ...value],
  ])
  return [...be16(entries.length), ...written, ...be32(0)]
}

/** The reader of sizes looks at no checksum. */
function chunk(name: string, data: readonly number[]): number[] {
  return [...be32(data.length), ...ascii(name), ...data, ...be32(0)]
}

function box(name: string, data: readonly number[]): number[] {
  return [...be32(data.length + 8), ...ascii(name), ...data]
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}

function be16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff]
}

function be32(value: number): number[] {
  return [...be16(value >>> 16), ...be16(value & 0xffff)]
}

function le16(value: number): number[] {
  return be16(value).reverse()
}

function le32(value: number): number[] {
  return be32(value).reverse()
}
