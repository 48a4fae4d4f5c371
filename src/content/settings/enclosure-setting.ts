import { z } from 'zod'
import { MOST_ENCLOSURES } from '../source/bounds.ts'
import { legalLine, legalText } from '../source/legal-text.ts'

/** A file that a writer lists as an enclosure. */
export interface EnclosureReference {
  /** A path or a URL. */
  readonly reference: string
  readonly type?: string
  /** In bytes. */
  readonly length?: number
  readonly title?: string
  readonly seconds?: number
}

/** A media type without parameters (RFC 6838 §4.2). */
const MEDIA_TYPE = /^[a-z]+\/[a-z\d][\w!#$&^.+-]*$/

const EXAMPLE =
  'Write its path or address as enclosures: [talk.mp3] or enclosures: [{ url: https://example.org/talk.mp3, length: 13654375 }].'

/** The names of each part, including those of JSON Feed and of podcast themes. */
const NAMES = {
  reference: ['url', 'src', 'path', 'file', 'href', 'link', 'audio', 'video'],
  type: ['type', 'mime_type', 'mimeType', 'mimetype', 'mime'],
  length: ['length', 'bytes', 'size', 'size_in_bytes'],
  title: ['title', 'name'],
  duration: ['duration', 'seconds', 'duration_in_seconds'],
} as const

/** A number of bytes, as a text of digits. */
export const lengthSetting = read('length', 'Write it in bytes: 13654375.', (text) =>
  /^\d{1,15}$/.test(text) ? Number(text) : undefined,
)

/** A duration in seconds. */
export const durationSetting = read('duration', 'Write it as 1:02:03, or in seconds.', parseDuration)

const typeSetting = read('media type', 'Write it as audio/mpeg.', (text) => {
  const type = text.split(';')[0]?.trim().toLowerCase() ?? ''
  return MEDIA_TYPE.test(type) ? type : undefined
})

const enclosureMap = z
  .record(z.string(), z.unknown(), { error: `expected a file. ${EXAMPLE}` })
  .transform((written) => {
    const entries = Object.entries(NAMES).map(([part, names]) => [
      part,
      names
        .map((name) => written[name])
        .find((value) => value !== undefined && value !== null && value !== ''),
    ])
    return Object.fromEntries(entries)
  })
  .pipe(
    z.object({
      reference: z.string({ error: `expected a file. ${EXAMPLE}` }).transform(tidyReference),
      type: typeSetting.optional(),
      length: lengthSetting.optional(),
      title: z
        .string({ error: 'expected a text. Write it as title: The talk.' })
        .transform(legalLine)
        .optional(),
      duration: durationSetting.optional(),
    }),
  )
  .transform(
    ({ reference, type, length, title, duration }): EnclosureReference => ({
      reference,
      ...(type && { type }),
      ...(length !== undefined && { length }),
      ...(title && { title }),
      ...(duration !== undefined && { seconds: duration }),
    }),
  )

/** The enclosures of an article: a path or a URL, a map, or a list of these. `false` means none. */
export const enclosuresSetting = z.preprocess(
  (value) => {
    const list: readonly unknown[] = value === false ? [] : Array.isArray(value) ? value : [value]
    return list.map((each) => (typeof each === 'string' ? { url: each } : each))
  },
  z
    .array(enclosureMap)
    .max(MOST_ENCLOSURES, { error: `expected at most ${MOST_ENCLOSURES} files. Part the article.` }),
)

function tidyReference(text: string): string {
  return legalText(text).trim()
}

function read<Value>(what: string, mend: string, parse: (text: string) => Value | undefined) {
  return z.string({ error: `expected a ${what}. ${mend}` }).transform((text, context) => {
    const value = parse(text.trim())
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `Cannot read the ${what} "${legalLine(text)}". ${mend}` })
    return z.NEVER
  })
}

const DURATION = /^(?:(?:(?<hours>\d{1,3}):)?(?<minutes>\d{1,3}):)?(?<seconds>\d{1,6})(?:[.,]\d+)?$/

/**
 * Parses a duration into whole seconds: `3723`, `62:03`, `1:02:03`. Fractions of a second are dropped. Undefined for
 * other text, and for minutes or seconds above 59 after a larger unit.
 */
export function parseDuration(text: string): number | undefined {
  const part = DURATION.exec(text.trim())?.groups
  if (part === undefined) return undefined
  const [hours, minutes, seconds] = [part['hours'], part['minutes'], part['seconds']]
  const isTooMany = (after: string | undefined, before: string | undefined): boolean =>
    before !== undefined && Number(after) > 59
  if (isTooMany(seconds, minutes) || isTooMany(minutes, hours)) return undefined
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
}
