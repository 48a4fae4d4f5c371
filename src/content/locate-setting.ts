import { LEDGER_PATH } from '../ledger/ledger-codec.ts'
import type { IdentifiedManuscripts } from './identify-manuscripts.ts'
import type { Manuscript } from './manuscript.ts'
import type { Position } from './position.ts'
import { SITE_PATH } from './seed-kind.ts'
import type { ParsedSite } from './settings/site-settings.ts'

/** Tells where in a file something is written: a setting, or in the ledger the line of an id. */
export type SettingLocator = (path: string, setting: string) => Position | undefined

/** Makes what tells where the settings of a folder are written. */
export function settingLocator(
  site: Pick<ParsedSite, 'locate'>,
  places: IdentifiedManuscripts['places'],
  manuscripts: readonly Pick<Manuscript, 'path' | 'locate'>[],
): SettingLocator {
  const byPath = new Map(manuscripts.map((manuscript) => [manuscript.path, manuscript]))
  return (path, setting) => {
    if (path === SITE_PATH) return site.locate(setting)
    return path === LEDGER_PATH ? places.get(setting) : byPath.get(path)?.locate(setting)
  }
}
