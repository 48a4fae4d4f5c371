import { CHANGES } from './changes.ts'
import { eventfulArticles } from './eventful-articles.ts'
import { writeFolder } from './folder.ts'
import type { WrittenFile } from './written-file.ts'

/** When the folder was published. */
export const EDITIONS: readonly string[] = ['01-10', '02-10', '03-10', '04-10', '05-01'].map(
  (day) => `2026-${day}T12:00:00.000Z`,
)

/** When what subscribers have was written down: nobody had touched the folder since its last edition. */
export const RECORDED_AT = '2026-05-20T12:00:00.000Z'

/** When all that is scheduled has come. */
export const ALL_DUE_AT = '2027-06-01T12:00:00.000Z'

const ARTICLE = /\.(?:md|txt|html?)$/

/** The folder as it is published in an edition, from 1 on, without its ledger. */
export function folderAt(edition: number): readonly WrittenFile[] {
  let articles = 0
  const files = writeFolder().flatMap((file) => {
    if (!ARTICLE.test(file.path)) return [file]
    articles += 1
    const number = articles
    return firstEdition(number) > edition ? [] : (changed(file, number, edition) ?? [])
  })
  return [{ path: 'site.yaml', content: siteAt(edition) }, ...files, ...eventfulArticles(edition)]
}

function firstEdition(number: number): number {
  if (number % 4 === 1) return 2
  return number % 9 === 5 ? 3 : 1
}

function changed(file: WrittenFile, number: number, edition: number): WrittenFile | undefined {
  return CHANGES.filter(
    (change) => change.edition <= edition && number % change.every === change.rest,
  ).reduce((before: WrittenFile | undefined, { change, every, edition: since }) => {
    // Some of what was taken away comes back one edition later.
    const isBack = every === 19 && number % 38 === 6 && since < edition
    return before === undefined || isBack ? before : change(before, number)
  }, file)
}

function siteAt(edition: number): string {
  const description = edition < 3 ? 'What happens here.' : 'What happens here and beyond the river.'
  return [
    ...['title: The River Post', `description: ${description}`, 'url: https://news.site', 'language: en'],
    ...[
      'timezone: Europe/Rome',
      'author: The editors',
      'icon: icon.png',
      'feed:',
      '  items: 30',
      '  tombstones: 45',
      '',
    ],
  ].join('\n')
}
