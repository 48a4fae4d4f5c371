import { disableTypes, imageSize, types } from 'image-size'
import type { Asset } from '../../model/asset.ts'

/** The pictures that all readers show: `image-size`'s name, the extension and the media type of each. */
const FORMS = new Map([
  ['jpg', { form: 'jpg', type: 'image/jpeg' }],
  ['png', { form: 'png', type: 'image/png' }],
  ['gif', { form: 'gif', type: 'image/gif' }],
  ['webp', { form: 'webp', type: 'image/webp' }],
  ['avif', { form: 'avif', type: 'image/avif' }],
])

// Disables the parsers of other types, so that hostile bytes cannot reach them.
disableTypes(types.filter((type) => !FORMS.has(type) && type !== 'heif'))

/** From 5 on, an EXIF orientation includes a quarter turn: width and height are swapped. */
const FIRST_QUARTER_TURN = 5

/**
 * Recognises a picture by its bytes. Returns its form, media type and visible size in pixels. `undefined` means that we
 * do not publish such a file.
 */
export function readPictureForm(
  bytes: Uint8Array,
): Required<Pick<Asset, 'form' | 'type' | 'width' | 'height'>> | undefined {
  const measured = measure(bytes)
  const known = FORMS.get(measured?.type ?? '')
  if (measured === undefined || known === undefined || measured.width < 1 || measured.height < 1)
    return undefined
  const turned = (measured.orientation ?? 1) >= FIRST_QUARTER_TURN
  return {
    ...known,
    width: turned ? measured.height : measured.width,
    height: turned ? measured.width : measured.height,
  }
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes)
  } catch {
    return undefined
  }
}
