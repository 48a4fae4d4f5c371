import { articleFile, type WrittenFile } from '../folder/written-file.ts'
import { FOLDERS_THAT_WITHHOLD, UNFINISHED } from './folders-that-withhold.ts'
import { KEYS_THAT_WITHHOLD } from './keys-that-withhold.ts'
import { SETTINGS_OUT_OF_PLACE } from './settings-out-of-place.ts'
import type { WithheldRow } from './withheld-row.ts'

/** All articles that were published though their writer may not have meant it. */
export const WITHHELD_ROWS: readonly WithheldRow[] = [
  ...KEYS_THAT_WITHHOLD,
  ...SETTINGS_OUT_OF_PLACE,
  ...FOLDERS_THAT_WITHHOLD,
  ...UNFINISHED,
]

/** The site, and an article that nobody doubts: without it, all would be withdrawn at once. */
export const COMMON_FILES: readonly WrittenFile[] = [
  {
    path: 'site.yaml',
    content: 'title: The Quiet Post\nurl: https://quiet.site\nlanguage: en\nfeed:\n  items: 200\n',
  },
  articleFile(
    'open.md',
    ['title: Nobody doubts this', 'date: 2026-01-01'],
    'It stands here for all to read.',
  ),
]

/** The folder that all of them were published from. */
export function withheldFolder(): readonly WrittenFile[] {
  return [...COMMON_FILES, ...WITHHELD_ROWS.flatMap(({ file, beside = [] }) => [file, ...beside])]
}
