import { disableTypes, imageSize, types } from 'image-size'
import type { Asset } from '../../model/asset.ts'

/** The kinds of picture that every reader shows: what `image-size` calls them, their extension and media type. */
const FORMS = new Map([
  ['jpg', { form: 'jpg', type: 'image/jpeg' }],
  ['png', { form: 'png', type: 'image/png' }],
  ['gif', { form: 'gif', type: 'image/gif' }],
  ['webp', { form: 'webp', type: 'image/webp' }],
  ['avif', { form: 'avif', type: 'image/avif' }],
])

// Kinds we refuse need no parser that hostile bytes could reach.
disableTypes(types.filter((type) => !FORMS.has(type) && type !== 'heif'))

/** EXIF orientations from 5 on turn the picture by a quarter, so what is seen is as wide as the file is high. */
const FIRST_QUARTER_TURN = 5

/** What a picture is and how large it is shown, by its bytes; `undefined` is no picture that we publish. */
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
