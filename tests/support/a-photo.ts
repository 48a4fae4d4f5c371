import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../fixtures/photos')

/** The bytes of a picture or film that says where and by whom it was taken: see the README beside them. */
export function aPhoto(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(join(FOLDER, name)))
}

/** All of them, each with the form under which it is published: an animated AVIF is taken for the film that it is. */
export const PHOTOS = [
  ['baseline.jpg', 'jpg'],
  ['progressive.jpg', 'jpg'],
  ['photo.png', 'png'],
  ['lossy.webp', 'webp'],
  ['lossless.webp', 'webp'],
  ['animated.webp', 'webp'],
  ['still.avif', 'avif'],
  ['animated.gif', 'gif'],
  ['animated.avif', 'mp4'],
  ['film.mp4', 'mp4'],
] as const

/** What in their bytes tells where and by whom: names, numbers, the directory and the degrees of GPS. */
const PRIVATE =
  /Somebody|Somewhere|SERIAL-4711|LENS-0815|GPS|45\.4064|\x2d\0\0\0\x01|xyz|Ducky|Photoshop|xpacket/

/** What is left in a file of what its publication must not tell. */
export function findPrivate(bytes: Uint8Array): string | undefined {
  return PRIVATE.exec(Buffer.from(bytes).toString('latin1'))?.[0]
}
