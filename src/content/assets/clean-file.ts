import { cleanAvif } from './clean-avif.ts'
import { cleanFilm } from './clean-film.ts'
import { cleanGif } from './clean-gif.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

type Cleaner = (bytes: Uint8Array) => Uint8Array | undefined

/** By the form of a file, who cleans it. A kind of file that is not here is published as it is. */
const CLEANERS: ReadonlyMap<string, Cleaner> = new Map([
  ['jpg', cleanJpeg],
  ['png', cleanPng],
  ['gif', cleanGif],
  ['webp', cleanWebp],
  ['avif', cleanAvif],
  ['mp4', cleanFilm],
  ['m4v', cleanFilm],
  ['m4a', cleanFilm],
])

/**
 * A file of a form without what it says of where and by whom it was taken: places, cameras and their numbers, owners, smaller
 * pictures of it, texts. What is seen and heard stays bit for bit. Gives the very same bytes where there is nothing to take
 * out, and `undefined` where nobody can tell what there is. Whatever the bytes, it throws nothing, and takes time in
 * proportion to them.
 */
export function cleanFile(bytes: Uint8Array, form: string): Uint8Array | undefined {
  const clean = CLEANERS.get(form)
  return clean === undefined ? bytes : clean(bytes)
}
