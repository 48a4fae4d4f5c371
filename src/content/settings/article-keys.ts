import { IDENTITY_KEYS } from './identity-keys.ts'
import { LINK_KEYS } from './link-keys.ts'
import type { SettingTable } from './setting-row.ts'
import { SUBJECT_KEYS } from './subject-keys.ts'
import { VISIBILITY_KEYS } from './visibility-keys.ts'

/**
 * The keys of front matter. A key has our names first, then those of the folders that people bring along: `lastmod`,
 * `publishDate`, `expiryDate` and `params` are Hugo's, `taxonomies` and `extra` Zola's, `last_modified_at` and `permalink`
 * Jekyll's and Eleventy's, `pubDate`, `updatedDate` and `heroImage` Astro's.
 *
 * The order of the rows is that of the digest: changed, it would tell subscribers that every article has changed.
 */
export const ARTICLE_KEYS = {
  ...IDENTITY_KEYS,
  ...SUBJECT_KEYS,
  ...LINK_KEYS,
  ...VISIBILITY_KEYS,
} satisfies SettingTable

/** A table of keys: those that every version of front matter has, and maybe more. */
export type ArticleTable = typeof ARTICLE_KEYS & SettingTable

/** What front matter may tell of an article. */
export type ArticleSetting = keyof typeof ARTICLE_KEYS
