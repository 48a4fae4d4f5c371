import type { z } from 'zod'
import { ARTICLE_KEYS, type ArticleSetting, type ArticleTable } from './article-keys.ts'
import { caselessNames, knownNames } from './known-keys.ts'
import type { KnownNames } from './parse-settings.ts'
import { schemaOf, type TableSchema } from './settings-table.ts'

/** The schema of an article's front matter. */
export type ArticleSchema = TableSchema<typeof ARTICLE_KEYS>

/** The valid settings of an article's front matter. */
export type ArticleSettings = z.output<ArticleSchema>

/** A table of keys, prepared for the front matter of one site. */
export interface FrontMatterKeys {
  readonly table: ArticleTable
  readonly schema: ArticleSchema
  readonly names: KnownNames<ArticleSetting>
  /** The same names in lower case, for settings whose keys were folded. */
  readonly caselessNames: KnownNames<ArticleSetting>
}

/** Prepares a table of keys for a site with a time zone. */
export function frontMatterKeys(timezone: string, table: ArticleTable = ARTICLE_KEYS): FrontMatterKeys {
  const schema = schemaOf<typeof ARTICLE_KEYS>(table, timezone)
  return { table, schema, names: knownNames(table), caselessNames: caselessNames(table) }
}
