import { z } from 'zod'
import { MOST_TAGS } from '../source/bounds.ts'
import { authorsSetting } from './author-setting.ts'
import type { SettingTable } from './setting-row.ts'
import { languageSetting, line } from './text-settings.ts'

/** Tags: a text, a list of texts, or texts with commas between them. Hexo's nested lists of categories become one list. */
const tagsSetting = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.flat() : value),
    z
      .array(line('expected a tag. Write the tags as [politics, sport].'), {
        error: 'expected a list of tags. Write it as [politics, sport].',
      })
      .max(MOST_TAGS, { error: `expected at most ${MOST_TAGS} tags. Keep those that matter.` }),
  )
  .transform((tags) => tags.filter((tag) => tag !== ''))

/** The keys for the subject and the authors of an article. */
export const SUBJECT_KEYS = {
  summary: {
    names: [
      'summary',
      'description',
      'excerpt',
      'extra.summary',
      'extra.description',
      'params.summary',
      'params.description',
    ],
    schema: line('expected a text. Write it as summary: One sentence or two.'),
    told: true,
    type: 'text',
    is: 'What the article is about.',
    example: 'summary: The bridge is open again.',
    otherwise: 'the first sentences, at most 280 characters',
  },
  authors: {
    names: [
      'authors',
      'author',
      'extra.authors',
      'extra.author',
      'params.authors',
      'params.author',
      'taxonomies.authors',
    ],
    shownAs: 'author',
    schema: authorsSetting,
    told: 'custom',
    type: 'a name, `Name <mail>`, `{ name, email, url }`, or a list of these',
    is: 'Who wrote the article.',
    example: 'author: Anna Neri <anna@example.org>',
    otherwise: 'the author of the site',
  },
  tags: {
    names: ['tags', 'tag', 'taxonomies.tags', 'extra.tags', 'params.tags', 'keywords'],
    schema: tagsSetting,
    told: 'custom',
    type: 'list, or words between commas',
    is: 'What the article is about, in single words.',
    example: 'tags: [politics, sport]',
    otherwise: 'none',
  },
  categories: {
    names: ['categories', 'category', 'taxonomies.categories', 'extra.categories', 'params.categories'],
    schema: tagsSetting,
    told: 'custom',
    type: 'list, or words between commas',
    is: 'More tags.',
    example: 'categories: [news]',
    otherwise: 'none',
  },
  section: {
    names: ['section', 'extra.section', 'params.section'],
    schema: line('expected a text. Write it as section: Politics.'),
    told: true,
    type: 'text',
    is: 'The part of the publication that the article belongs to.',
    example: 'section: Politics',
    otherwise: 'the name of the folder',
  },
  language: {
    names: ['language', 'lang', 'locale', 'extra.language', 'extra.lang', 'params.lang'],
    schema: languageSetting,
    told: true,
    type: 'language code',
    is: 'The language of the article.',
    example: 'language: pt-BR',
    otherwise: 'found in the text',
  },
} satisfies SettingTable
