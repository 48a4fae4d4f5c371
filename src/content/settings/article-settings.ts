import { z } from 'zod'
import { MOST_TAGS } from '../bounds.ts'
import { authorsSetting, webAddress } from './author-setting.ts'
import { enclosuresSetting } from './enclosure-setting.ts'
import { articleImageSetting } from './image-setting.ts'
import type { ArticleSetting } from './known-keys.ts'
import { parseMoment } from './parse-moment.ts'
import { isSettingsMap } from './settings-source.ts'
import { languageSetting, line, onOrOff } from './text-settings.ts'

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
