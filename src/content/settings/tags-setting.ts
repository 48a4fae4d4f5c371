import { z } from 'zod'
import { MOST_TAGS } from '../source/bounds.ts'
import { line } from './text-settings.ts'

/** Text, list of texts, or texts with commas between them. Hexo's lists of categories within each other are one list. */
export const tagsSetting = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.flat() : value),
    z
      .array(line('expected a tag. Write the tags as [politics, sport].'), {
        error: 'expected a list of tags. Write it as [politics, sport].',
      })
      .max(MOST_TAGS, { error: `expected at most ${MOST_TAGS} tags. Keep those that matter.` }),
  )
  .transform((tags) => tags.filter((tag) => tag !== ''))
