import { readBoxes } from './boxes.ts'
import { eraseItems } from './erase-items.ts'
import { Eraser } from './eraser.ts'
import { eraseFilmFacts, eraseTags } from './film-facts.ts'

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
