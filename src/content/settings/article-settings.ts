import type { z } from 'zod'
import { ARTICLE_KEYS, type ArticleSetting, type ArticleTable } from './article-keys.ts'
import { caselessNames, knownNames } from './known-keys.ts'
import type { KnownNames } from './parse-settings.ts'
import { schemaOf, type TableSchema } from './settings-table.ts'

/** The schema of an article's front matter. */
export type ArticleSchema = TableSchema<typeof ARTICLE_KEYS>

/** What the front matter of an article says, as far as it is valid. */
export type ArticleSettings = z.output<ArticleSchema>

/** A table of keys, ready to read the front matter of one site by. */
export interface FrontMatterKeys {
  readonly table: ArticleTable
  readonly schema: ArticleSchema
  readonly names: KnownNames<ArticleSetting>
  /** The same for settings whose keys are in lower case. */
  readonly caselessNames: KnownNames<ArticleSetting>
}

/** Makes a table of keys ready to read by, in a site whose clocks show `timezone`. */
export function frontMatterKeys(timezone: string, table: ArticleTable = ARTICLE_KEYS): FrontMatterKeys {
  const schema = schemaOf<typeof ARTICLE_KEYS>(table, timezone)
  return { table, schema, names: knownNames(table), caselessNames: caselessNames(table) }
}
