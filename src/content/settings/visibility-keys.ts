import { z } from 'zod'
import { momentSetting } from './moment-setting.ts'
import type { SettingTable } from './setting-row.ts'
import { isSettingsMap } from './settings-source.ts'
import { onOrOff } from './text-settings.ts'

/** Ignores Jekyll's `feed: { excluded: true }`, which `readWishes` reads. */
const feed = z.preprocess(
  (value) => (isSettingsMap(value) ? undefined : value),
  onOrOff('expected true or false. Write it as feed: false.').optional(),
)

/** The keys for where an article is shown, and until when. */
export const VISIBILITY_KEYS = {
  draft: {
    names: ['draft', 'isDraft', 'extra.draft'],
    schema: onOrOff('expected true or false. Write it as draft: true.'),
    told: false,
    type: 'true or false',
    is: '`true` keeps the article back. `npm start -- --drafts` shows it.',
    example: 'draft: true',
    otherwise: '`false`',
    change: 'Published before, the article is withdrawn.',
  },
  expires: {
    names: ['expires', 'expiryDate', 'expirydate', 'unpublishDate', 'extra.expires'],
    schema: momentSetting,
    told: false,
    type: 'date',
    is: 'When the article is taken away. Its address answers 410 from then on.',
    example: 'expires: 2026-12-31',
    otherwise: 'never',
    change: 'Readers take the article away at that moment.',
  },
  feed: {
    names: ['feed', 'extra.feed'],
    schema: feed,
    told: false,
    type: 'true or false',
    is: '`false` keeps the article out of the feeds. Its page stays.',
    example: 'feed: false',
    otherwise: '`true`',
    change: 'The entry leaves the feeds.',
  },
} satisfies SettingTable
