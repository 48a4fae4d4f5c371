import { z } from 'zod'
import { MOST_TAGS } from '../bounds.ts'
import { legalLine } from '../legal-text.ts'
import { switchValue } from '../withholding/switch-value.ts'
import { authorsSetting, webAddress } from './author-setting.ts'
import { enclosuresSetting } from './enclosure-setting.ts'
import { articleImageSetting } from './image-setting.ts'
import type { ArticleSetting } from './known-keys.ts'
import { parseMoment } from './parse-moment.ts'
import { isSettingsMap } from './settings-source.ts'

/** Text in one line. What YAML takes for a truth value is a text as well here: `title: True`. */
export function line(error: string) {
  return z.union([z.string(), z.boolean().transform(String)], { error }).transform(legalLine)
}

/** A switch, by any word that people write for one: `yes` and `no` are texts in YAML 1.2, but Jekyll's 1.1 took them for switches. */
export function onOrOff(error: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (switchValue(value) ?? value) : value),
    z.boolean({ error }),
  )
}

/** Text, list of texts, or texts with commas between them. */
const tagList = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z
      .array(line('expected a tag. Write the tags as [politics, sport].'), {
        error: 'expected a list of tags. Write it as [politics, sport].',
      })
      .max(MOST_TAGS, { error: `expected at most ${MOST_TAGS} tags. Keep those that matter.` }),
  )
  .transform((tags) => tags.filter((tag) => tag !== ''))

/** A BCP 47 tag in its canonical form; Jekyll's plugins write `it_IT`. */
export const languageSetting = line('expected a language. Write it as it, en or pt-BR.').transform(
  (text, context) => {
    const tag = canonicalTag(text.replaceAll('_', '-'))
    // BCP 47 lets a language have up to eight letters, and none has more than three: `italian` is none.
    if (tag !== undefined && /^[a-z]{2,3}(?![a-z])/.test(tag)) return tag
    context.addIssue({
      code: 'custom',
      message: `There is no language "${text}". Write its code: it, en, pt-BR.`,
    })
    return z.NEVER
  },
)

function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** What is said of a file apart from it means nothing where there is none, and is read where there is one. */
const spare = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? value : undefined))
  .optional()

/** The schema of an article's front matter in a site whose clocks show `timezone`. */
export function articleSchema(timezone: string) {
  const moment = z
    .string({ error: 'expected a date. Write it as 2026-02-28 or 2026-02-28T10:00:00+01:00.' })
    .transform((text, context) => {
      const parsed = parseMoment(text, timezone)
      if ('moment' in parsed) return parsed.moment
      context.addIssue({ code: 'custom', message: parsed.message })
      return z.NEVER
    })
    .optional()
  return z.object({
    title: line('expected a text. Write it as title: My first article.').optional(),
    published: moment,
    visible: z.boolean().optional(),
    updated: moment,
    slug: line('expected a name for the address. Write it as my-first-article.').optional(),
    // Eleventy's `permalink: false` and its templates name no address.
    permalink: z
      .unknown()
      .transform((value) => (typeof value === 'string' && !/[{}:]/.test(value) ? value : undefined))
      .optional(),
    id: line('expected a text that no other article has.').optional(),
    authors: authorsSetting.optional(),
    tags: tagList.optional(),
    categories: tagList.optional(),
    section: line('expected a text. Write it as section: Politics.').optional(),
    language: languageSetting.optional(),
    summary: line('expected a text. Write it as summary: One sentence or two.').optional(),
    image: articleImageSetting.optional(),
    imageAlt: line('expected a text that tells what the picture shows.').optional(),
    enclosures: enclosuresSetting.optional(),
    enclosureLength: spare,
    enclosureDuration: spare,
    translationKey: line('expected a text that the translations of this article share.').optional(),
    draft: onOrOff('expected true or false. Write it as draft: true.').optional(),
    expires: moment,
    // Jekyll's `feed: { excluded: true }` is read with all that keeps an entry back.
    feed: z.preprocess(
      (value) => (isSettingsMap(value) ? undefined : value),
      onOrOff('expected true or false. Write it as feed: false.').optional(),
    ),
    canonical: webAddress.optional(),
  } satisfies Record<ArticleSetting, z.ZodType>)
}

/** See {@link articleSchema}. */
export type ArticleSchema = ReturnType<typeof articleSchema>

/** What the front matter of an article says, as far as it is valid. */
export type ArticleSettings = z.output<ArticleSchema>
