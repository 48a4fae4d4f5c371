import { z } from 'zod'
import { legalLine, legalText } from '../source/legal-text.ts'

/** A picture as a writer names it. */
export interface PictureReference {
  /** A path or an address. */
  readonly reference: string
  readonly alt?: string
}

const IMAGE_ERROR =
  'expected a picture. Write its path or address as image: photo.jpg or image: { url: photo.jpg, alt: What it shows }.'

const pictureMap = z
  .object({
    url: z.string().optional(),
    src: z.string().optional(),
    path: z.string().optional(),
    image: z.string().optional(),
    file: z.string().optional(),
    alt: z.string().nullish(),
  })
  .transform(({ alt, ...written }, context): PictureReference => {
    const reference = Object.values(written).find((text) => text !== undefined && text !== '')
    if (reference !== undefined) return { reference, ...(alt && { alt: legalLine(alt) }) }
    context.addIssue({ code: 'custom', message: IMAGE_ERROR })
    return z.NEVER
  })

/** A picture by its path or address, alone or with its text for those who cannot see it. Of a list, the first. */
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

/** The same of an article, which may also have none: `image: false` keeps the first picture of its text from being it. */
export const articleImageSetting = z.preprocess(
  (value) => (typeof value === 'string' && /^(?:false|no|off|none)$/i.test(value.trim()) ? false : value),
  z.union([z.literal(false), imageSetting], { error: IMAGE_ERROR }),
)
