/** The bytes of a picture for tests, with image data that shows nothing: a GIF of so many pixels. */
export function aGif(width: number, height: number): Uint8Array {
  const size = [width & 0xff, width >> 8, height & 0xff, height >> 8]
  const image = [0x2c, 0, 0, 0, 0, ...size, 0, 2, 0]
  return Uint8Array.from([...new TextEncoder().encode('GIF89a'), ...size, 0, 0, 0, ...image, 0x3b])
}

/** The same of a PNG. */
export function aPng(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(57)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set(new TextEncoder().encode('IDAT'), 37)
  bytes.set(new TextEncoder().encode('IEND'), 49)
  return bytes
}

/** The same of a JPEG that is shown turned by `orientation` (EXIF 2.3 §4.6.4). */
export function aJpeg(width: number, height: number, orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = [...new TextEncoder().encode('Exif\0\0'), ...tiff]
  const app1 = [0xff, 0xe1, 0, exif.length + 2, ...exif]
  const siteContext = [
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 0xff,
    width >> 8,
    width & 0xff,
    1,
    1,
    0x11,
    0,
  ]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  return Uint8Array.from([0xff, 0xd8, ...app1, ...siteContext, ...scan, 0xff, 0xd9])
}
