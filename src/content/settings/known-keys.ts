import { ARTICLE_KEYS, type ArticleSetting, type ArticleTable } from './article-keys.ts'
import type { KnownNames } from './parse-settings.ts'
import { namesOf } from './settings-table.ts'
import { LAYOUT_NAMES } from './withholding/layout-keys.ts'
import { WITHHOLDING_NAMES } from './withholding/read-wishes.ts'
import { switchValue } from './withholding/switch-value.ts'

/** The names of a table's keys as spelled there, and the other keys that front matter may have. */
export function knownNames(table: ArticleTable): KnownNames<ArticleSetting> {
  return { names: namesOf<ArticleSetting>(table), ...OTHERS }
}

/** The same names in lower case, for settings whose keys were folded. */
export function caselessNames(table: ArticleTable): KnownNames<ArticleSetting> {
  return { names: namesOf<ArticleSetting>(table, (name) => name.toLowerCase()), ...OTHERS }
}

const OTHERS: Omit<KnownNames<ArticleSetting>, 'names'> = {
  ignored: new Set([...LAYOUT_NAMES, ...WITHHOLDING_NAMES]),
  // Jekyll and dev.to write `published: false` for `draft: true`.
  isOther: (setting, value) =>
    (setting === 'published' && switchValue(value) !== undefined) ||
    (setting === 'visible' && typeof value !== 'boolean') ||
    // Some Jekyll themes write `link: false` for an article without a link.
    (setting === 'link' && switchValue(value) === false),
}

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(caselessNames(ARTICLE_KEYS).names).flatMap((names) =>
    names.map((name) => name.split('.').at(-1) ?? name),
  ),
)

/** Whether a key, in lower case, is one of our front-matter keys. */
export function isArticleKey(name: string): boolean {
  return KNOWN.has(name)
}
