import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import type { ParsedSite } from '../settings/site-settings.ts'
import type { Position } from '../source/position.ts'
import { SITE_PATH } from '../source/seed-kind.ts'
import type { IdentifiedArticles } from './identify-articles.ts'

/** Tells where in a file something is written: a setting, or in the ledger the line of an id. */
export type SettingLocator = (path: string, setting: string) => Position | undefined

/** Makes what tells where the settings of a folder are written. */
export function settingLocator(
  site: Pick<ParsedSite, 'locate'>,
  places: IdentifiedArticles['places'],
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'locate'>[],
): SettingLocator {
  const byPath = new Map(parsedArticles.map((parsedArticle) => [parsedArticle.path, parsedArticle]))
  return (path, setting) => {
    if (path === SITE_PATH) return site.locate(setting)
    return path === LEDGER_PATH ? places.get(setting) : byPath.get(path)?.locate(setting)
  }
}
