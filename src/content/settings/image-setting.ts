import { z } from 'zod'
import { legalLine, legalText } from '../source/legal-text.ts'
import { isSettingsMap } from './settings-source.ts'

/** A picture that a writer names. */
export interface PictureReference {
  /** A path or a URL. */
  readonly reference: string
  readonly alt?: string
}

const IMAGE_ERROR =
  'expected a picture. Write its path or address as image: photo.jpg or image: { url: photo.jpg, alt: What it shows }.'

/** The names of the path or URL in a map. */
const REFERENCES = {
  url: z.string().optional(),
  src: z.string().optional(),
  path: z.string().optional(),
  image: z.string().optional(),
  file: z.string().optional(),
}

const pictureMap = z
  .object({ ...REFERENCES, alt: z.string().nullish() })
  .transform(({ alt, ...written }, context): PictureReference => {
    const reference = Object.values(written).find((text) => text !== undefined && text !== '')
    if (reference !== undefined) return { reference, ...(alt && { alt: legalLine(alt) }) }
    context.addIssue({ code: 'custom', message: IMAGE_ERROR })
    return z.NEVER
  })

/** A picture: a path or a URL, or a map that may also have the alternative text. Of a list, the first picture counts. */
export const imageSetting = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.union(
    [
      z.string().transform((reference): PictureReference => ({ reference: legalText(reference).trim() })),
      pictureMap,
    ],
    { error: IMAGE_ERROR },
  ),
)

/**
 * Keys that Hugo themes use to describe a picture that they find by its name. A map with only these keys sets no
 * picture.
 */
const ABOUT_A_PICTURE: ReadonlySet<string> = new Set(['caption', 'focal_point', 'placement', 'preview_only'])

function namesNone(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (!isSettingsMap(value)) return false
  const names = Object.keys(value)
  const references = names.filter((name) => Object.hasOwn(REFERENCES, name))
  if (references.length > 0) return references.every((name) => value[name] === null || value[name] === '')
  return names.length > 0 && names.every((name) => ABOUT_A_PICTURE.has(name))
}

/**
 * The picture of an article. `image: false` means none, even if the text has pictures; `images: []` means that nothing
 * is set.
 */
export const articleImageSetting = z.preprocess(
  (value) => {
    if (namesNone(value)) return undefined
    return typeof value === 'string' && /^(?:false|no|off|none)$/i.test(value.trim()) ? false : value
  },
  z.union([z.literal(false), z.undefined(), imageSetting], { error: IMAGE_ERROR }),
)
