import { z } from 'zod'
import type { FeedSettings } from '../../model/site.ts'
import type { SettingRow } from './setting-row.ts'
import { onOrOff } from './text-settings.ts'

/** The settings in the map `feed` of `site.yaml`. */
export const FEED_KEYS = {
  items: {
    names: ['items'],
    schema: wholeNumber(1, 1000),
    default: 30,
    told: true,
    type: 'number from 1 to 1000',
    is: 'The most articles in a feed.',
    example: 'feed: { items: 20 }',
  },
  // Readers of JSON Feed fetch 250 kB easily, but some refuse 1 MB.
  bytes: {
    names: ['bytes'],
    schema: wholeNumber(10_000, 10_000_000),
    default: 250_000,
    told: true,
    type: 'number from 10000 to 10000000',
    is: 'The most bytes of the JSON form of a feed. The feed leaves older articles out beyond it.',
    example: 'feed: { bytes: 500000 }',
  },
  content: {
    names: ['content'],
    schema: z.enum(['full', 'summary'], {
      error: 'expected full or summary. Write it as content: full.',
    }),
    default: 'full' as const,
    told: true,
    type: '`full` or `summary`',
    is: 'Whether feeds have whole articles or only their summaries.',
    example: 'feed: { content: summary }',
  },
  deltas: {
    names: ['deltas'],
    schema: onOrOff('expected true or false. Write it as deltas: true.'),
    default: false,
    told: false,
    type: 'true or false',
    is: 'Whether a reader that asks for it (`A-IM: feed`) gets only the entries that it lacks.',
    example: 'feed: { deltas: true }',
  },
  // A reader that has not polled for a month will probably never poll again.
  tombstoneDays: {
    names: ['tombstones'],
    schema: wholeNumber(0, 3650),
    default: 30,
    told: true,
    type: 'number from 0 to 3650',
    is: 'For how many days the feeds tell readers to take a withdrawn article away.',
    example: 'feed: { tombstones: 90 }',
  },
} satisfies Readonly<Record<keyof FeedSettings, SettingRow>>

/** A whole number in a range, as a text of digits. */
export function wholeNumber(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}. Write it as ${least}.`
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `Expected a whole number from ${least} to ${most}. Write such a number.`,
    })
}
