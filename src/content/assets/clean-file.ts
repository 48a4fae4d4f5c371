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

/** The cleaner of each form. Files of other forms are published as they are. */
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
 * Removes from a file the data about where and by whom it was made: places, cameras and their serial numbers, owners,
 * thumbnails, texts. Picture and sound stay identical, bit for bit. Returns the same bytes if there is nothing to
 * remove, and `undefined` if the file cannot be understood. It never throws, and its cost is linear.
 */
export function cleanFile(bytes: Uint8Array, form: string): Uint8Array | undefined {
  const clean = CLEANERS.get(form)
  return clean === undefined ? bytes : clean(bytes)
}

/** Cleans a picture within another file, whose form its bytes tell. Returns undefined if it is none that we publish. */
export function cleanPicture(bytes: Uint8Array): Uint8Array | undefined {
  const { form } = readPictureForm(bytes) ?? {}
  return form === undefined ? undefined : cleanFile(bytes, form)
}

/**
 * Cleans an MP4 film or sound, or an animated AVIF. What players show, such as the title, stays. All other data about
 * where and by whom it was made is overwritten in place, so that no offset in the file changes. Returns the same bytes
 * if there is nothing to remove, and `undefined` if it cannot find all of it.
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
      // An animated picture is a film that may also have Exif and XMP, like a picture.
      if (eraseItems(bytes, box, data, eraser) === undefined) return undefined
      eraseTags(bytes, box, eraser)
    }
    // XMP, cameras' content credentials, and data of camera makers.
    if (box.type === 'uuid') eraser.erase(box)
  }
  return eraser.bytes
}
