import { readBoxes } from './boxes.ts'
import { cleanAvif } from './clean-avif.ts'
import { cleanGif } from './clean-gif.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanSvg } from './clean-svg.ts'
import { cleanWebp } from './clean-webp.ts'
import { eraseItems } from './erase-items.ts'
import { Eraser } from './eraser.ts'
import { eraseFilmFacts, eraseTags } from './film-facts.ts'
import { readPictureForm } from './picture-form.ts'

type Cleaner = (bytes: Uint8Array) => Uint8Array | undefined

/** By the form of a file, who cleans it. A kind of file that is not here is published as it is. */
const CLEANERS: ReadonlyMap<string, Cleaner> = new Map([
  ['jpg', cleanJpeg],
  ['png', cleanPng],
  ['gif', cleanGif],
  ['webp', cleanWebp],
  ['avif', cleanAvif],
  ['svg', (bytes) => cleanSvg(bytes, cleanPicture)],
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

/** A picture within another. */
function cleanPicture(bytes: Uint8Array): Uint8Array | undefined {
  const { form } = readPictureForm(bytes) ?? {}
  return form === undefined ? undefined : cleanFile(bytes, form)
}

/**
 * An MP4 film or sound, or an animated AVIF, without what it says of where and by whom it was taken; what players show, as its title, stays. All is
 * written over where it lies, so that no offset in the file changes. Gives the same bytes where there is nothing to take out,
 * and `undefined` where not all of it can be found.
 */
export function cleanFilm(bytes: Uint8Array): Uint8Array | undefined {
  const boxes = [...readBoxes(bytes, 0, bytes.length)]
  const data = boxes
    .filter(({ type }) => type === 'mdat')
    .map(({ content, end }) => ({ start: content, end }))
  const eraser = new Eraser(bytes)
  for (const box of boxes) {
    if (box.type === 'moov' && !eraseFilmFacts(bytes, box, data, eraser)) return undefined
    if (box.type === 'meta') {
      // An animated picture is a film, too, and has Exif and XMP as a picture has.
      if (eraseItems(bytes, box, data, eraser) === undefined) return undefined
      eraseTags(bytes, box, eraser)
    }
    // XMP, the credentials of cameras, and what their makers have to say.
    if (box.type === 'uuid') eraser.erase(box)
  }
  return eraser.bytes
}
