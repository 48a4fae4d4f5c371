import { ARTICLE_KEYS, type ArticleSetting, type ArticleTable } from './article-keys.ts'
import type { KnownNames } from './parse-settings.ts'
import { namesOf } from './settings-table.ts'
import { LAYOUT_NAMES } from './withholding/layout-keys.ts'
import { WITHHOLDING_NAMES } from './withholding/read-wishes.ts'
import { switchValue } from './withholding/switch-value.ts'

/** The names of a table's keys, as they are spelled there, with what else front matter may have. */
export function knownNames(table: ArticleTable): KnownNames<ArticleSetting> {
  return { names: namesOf<ArticleSetting>(table), ...OTHERS }
}

/** The same for settings whose keys are in lower case, whatever their writer's. */
export function caselessNames(table: ArticleTable): KnownNames<ArticleSetting> {
  return { names: namesOf<ArticleSetting>(table, (name) => name.toLowerCase()), ...OTHERS }
}

const OTHERS: Omit<KnownNames<ArticleSetting>, 'names'> = {
  ignored: new Set([...LAYOUT_NAMES, ...WITHHOLDING_NAMES]),
  // Jekyll and dev.to say `published: false` where others say `draft: true`.
  isOther: (setting, value) =>
    (setting === 'published' && switchValue(value) !== undefined) ||
    (setting === 'visible' && typeof value !== 'boolean') ||
    // Some themes of Jekyll's have `link: false` where an article leads nowhere.
    (setting === 'link' && switchValue(value) === false),
}

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(caselessNames(ARTICLE_KEYS).names).flatMap((names) =>
    names.map((name) => name.split('.').at(-1) ?? name),
  ),
)

/** Whether a key, in lower case, says something of an article that we read. */
export function isArticleKey(name: string): boolean {
  return KNOWN.has(name)
}
