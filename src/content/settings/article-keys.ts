import { IDENTITY_KEYS } from './identity-keys.ts'
import { LINK_KEYS } from './link-keys.ts'
import type { SettingTable } from './setting-row.ts'
import { SUBJECT_KEYS } from './subject-keys.ts'
import { VISIBILITY_KEYS } from './visibility-keys.ts'

/**
 * The keys of front matter. Each key has our names first, then the names that other tools use: `lastmod`,
 * `publishDate`, `expiryDate` and `params` are Hugo's, `taxonomies` and `extra` Zola's, `last_modified_at` and
 * `permalink` Jekyll's and Eleventy's, `pubDate`, `updatedDate` and `heroImage` Astro's.
 *
 * The digest hashes the rows in this order. Another order would change every digest, and subscribers would see every
 * article as updated.
 */
export const ARTICLE_KEYS = {
  ...IDENTITY_KEYS,
  ...SUBJECT_KEYS,
  ...LINK_KEYS,
  ...VISIBILITY_KEYS,
} satisfies SettingTable

/** A table of keys: the keys of every front matter, and possibly more. */
export type ArticleTable = typeof ARTICLE_KEYS & SettingTable

/** The name of a front-matter setting. */
export type ArticleSetting = keyof typeof ARTICLE_KEYS
