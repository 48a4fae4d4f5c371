import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Days after the record was made, within a year of it. */
const TO_COME = [
  '2026-05-25',
  '2026-06-01T08:30:00+02:00',
  '2026-07-14',
  '2026-09-30',
  '2026-12-24',
  '2027-01-31',
]

/** Days between two editions: scheduled in one, and shown in the next. */
const CAME = [
  '2026-02-01',
  '2026-02-20T06:00:00Z',
  '2026-03-25',
  '2026-04-20',
  '2026-05-10',
  '2026-05-19T23:00:00Z',
]

/** Articles that are scheduled, expire, or are kept out of the feeds, and drafts. */
export function timedArticles(pen: Pen): readonly WrittenFile[] {
  const scheduled = [...TO_COME, ...CAME].map((day, index) =>
    articleFile(
      `times/scheduled-${index}.md`,
      [`title: ${pen.title()}`, `date: ${day}`, 'tags: [Stone]'],
      pen.text(),
    ),
  )
  const expiring = [
    '2026-02-15',
    '2026-04-15',
    '2026-05-15',
    '2026-08-01',
    '2026-12-31',
    '2030-01-01',
  ].flatMap((day) =>
    ['expires', 'expiryDate', 'unpublishDate']
      .slice(0, 1 + (Number(day.slice(6, 7)) % 3))
      .map((key) =>
        articleFile(
          `times/${key}-${day}.md`,
          [`title: ${pen.title()}`, 'date: 2025-08-01', `${key}: ${day}`, 'tags: [Stone]'],
          pen.text(),
        ),
      ),
  )
  const outOfFeeds = ['feed: false', 'feed: "no"', 'extra:\n  feed: false', 'feed: off'].map((line, index) =>
    articleFile(
      `times/no-feed-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`, line],
      pen.text(),
    ),
  )
  const drafts = ['draft: true', 'published: false', 'draft: "yes"'].map((line, index) =>
    articleFile(
      `times/draft-${index}.md`,
      [`title: ${pen.title()}`, `date: 2025-08-0${index + 1}`, line],
      pen.text(),
    ),
  )
  const none = ['draft: false', 'published: true', 'feed: true'].map((line, index) =>
    articleFile(
      `times/no-draft-${index}.md`,
      [`title: ${pen.title()}`, `date: 2025-09-0${index + 1}`, line],
      pen.text(),
    ),
  )
  return [...scheduled, ...expiring, ...outOfFeeds, ...drafts, ...none]
}
