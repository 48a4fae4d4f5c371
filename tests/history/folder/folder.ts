import { capitalKeys } from './families/capital-keys.ts'
import { datedArticles } from './families/dated-articles.ts'
import { enclosures } from './families/enclosures.ts'
import { markup } from './families/markup.ts'
import { oddTitles } from './families/odd-titles.ts'
import { otherToolsKeys } from './families/other-tools-keys.ts'
import { pictures } from './families/pictures.ts'
import { plainArticles } from './families/plain-articles.ts'
import { rawTexts } from './families/raw-texts.ts'
import { settingsBelowTheTop } from './families/settings-below-the-top.ts'
import { settingsOfOtherKinds } from './families/settings-of-other-kinds.ts'
import { textLikeSettings } from './families/text-like-settings.ts'
import { timedArticles } from './families/timed-articles.ts'
import { translations } from './families/translations.ts'
import { writtenAddresses } from './families/written-addresses.ts'
import { writtenAuthors } from './families/written-authors.ts'
import { writtenIds } from './families/written-ids.ts'
import { writtenTags } from './families/written-tags.ts'
import { Pen } from './pen.ts'
import type { WrittenFile } from './written-file.ts'

/** What writes each family of articles; the name seeds its words and days. */
const FAMILIES: readonly (readonly [string, (pen: Pen) => readonly WrittenFile[]])[] = [
  ['plain', plainArticles],
  ['dates', datedArticles],
  ['capitals', capitalKeys],
  ['below', settingsBelowTheTop],
  ['kinds', settingsOfOtherKinds],
  ['like', textLikeSettings],
  ['ids', writtenIds],
  ['authors', writtenAuthors],
  ['tags', writtenTags],
  ['addresses', writtenAddresses],
  ['titles', oddTitles],
  ['times', timedArticles],
  ['translated', translations],
  ['raw', rawTexts],
  ['pictures', pictures],
  ['sounds', enclosures],
  ['markup', markup],
  ['tools', otherToolsKeys],
]

/** All articles and pictures as they were first written, in the order of their families. */
export function writeFolder(): readonly WrittenFile[] {
  return FAMILIES.flatMap(([name, write]) => write(new Pen(name)))
}
