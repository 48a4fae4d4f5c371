import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** The keys that tell when an article was published. */
const KEYS = [
  ...['date', 'published', 'publishDate', 'publishdate', 'pubDate', 'pubDatetime', 'publishedAt'],
  ...['published_at', 'datePublished', 'date_published', 'created', 'extra.date'],
]

/** Ways to write one moment. */
const WAYS = [
  ...['2025-03-02T10:20:30Z', '2025-03-03T10:20:30+02:00', '2025-03-04 10:20', '2025-03-05T10:20:30.456Z'],
  ...['2025/03/06', '2025.03.07', '2025-3-8', 'Sun, 09 Mar 2025 10:20:30 GMT', '10 Mar 2025 10:20:30 +0100'],
  ...['11 marzo 2025', 'March 12, 2025', '13 mars 2025', '14. März 2025', '15 de marzo de 2025'],
  ...['16 de março de 2025', '"2025-03-17"', '2025-03-18T23:59:59-11:00', '2025-03-19 10:20:30 UTC'],
]

/** Articles whose date stands under each key, in each form, or in the name of a file or folder. */
export function datedArticles(pen: Pen): readonly WrittenFile[] {
  const byKey = KEYS.map((key) => {
    const [outer, inner] = key.split('.')
    const line = inner === undefined ? `${key}: ${pen.day()}` : `${outer}:\n  ${inner}: ${pen.day()}`
    return articleFile(`dates/key-${key}.md`, [`title: ${pen.title()}`, line], pen.text())
  })
  const byWay = WAYS.map((way, index) =>
    articleFile(`dates/way-${index}.md`, [`title: ${pen.title()}`, `date: ${way}`], pen.text()),
  )
  const inNames = ['2026-01-03-links', '2026-01-10-links', '2026-01-17_links', '2025-12-06 on bread'].map(
    (name) => articleFile(`dates/${name}.md`, [`title: ${pen.title()}`], pen.text()),
  )
  const inFolders = ['2025-11-08-walk/index', '2025-11-09-run/index'].map((name) =>
    articleFile(`dates/${name}.md`, [`title: ${pen.title()}`], pen.text()),
  )
  const changed = ['updated', 'lastmod', 'updatedDate', 'last_modified_at', 'modified', 'modDatetime'].map(
    (key) =>
      articleFile(
        `dates/changed-${key}.md`,
        [`title: ${pen.title()}`, 'date: 2025-04-01', `${key}: 2025-06-05T04:03:02Z`],
        pen.text(),
      ),
  )
  return [...byKey, ...byWay, ...inNames, ...inFolders, ...changed]
}
