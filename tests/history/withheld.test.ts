import { describe, expect, it } from 'vitest'
import { compareArticles } from './compare-articles.ts'
import { RECORDED_AT } from './folder/editions.ts'
import { compareFiles, loadBlob } from './kept-files.ts'
import { type PublishedFolder, publishFolder } from './publish-folder.ts'
import { readItems } from './read-items.ts'
import { decodeArticles } from './record.ts'
import { COMMON_FILES, WITHHELD_ROWS, withheldFolder } from './withheld/withheld-folder.ts'
import type { Outcome, WithheldRow } from './withheld/withheld-row.ts'

const ledger = loadBlob('withheld', 'ledger.json')
const articles = decodeArticles(loadBlob('withheld', 'articles.jsonl'))

/** The ledger without the lines of all articles but those of some files. */
function ledgerOf(paths: readonly string[]): string {
  const isKept = (line: string) =>
    !line.startsWith(',{"id":') || paths.some((path) => line.includes(`"path":"${path}"`))
  return ledger.split('\n').filter(isKept).join('\n')
}

/** Publishes an article of the folder beside the one that nobody doubts. */
async function publishRow({ file, beside = [] }: WithheldRow): Promise<PublishedFolder | string> {
  const paths = [file.path, ...COMMON_FILES.map(({ path }) => path)]
  try {
    return await publishFolder([...COMMON_FILES, file, ...beside], ledgerOf(paths), RECORDED_AT)
  } catch (error) {
    return String(error)
  }
}

async function outcomeOf(row: WithheldRow): Promise<Outcome> {
  const { path } = row.file
  const published = await publishRow(row)
  if (typeof published === 'string') {
    expect(published).toContain(`${path}: `)
    return 'error'
  }
  if (published.problems.some((problem) => problem.severity === 'stop' && problem.path === path))
    return 'stop'
  const given = articles.filter((article) => article.path === path)
  const site = await published.siteAt(RECORDED_AT)
  expect(await compareArticles(given, [site])).toEqual([])
  const items = await readItems(site, '/feed', 'json')
  expect(items.map(({ id }) => id)).toContain(given[0]?.id)
  return 'published'
}

describe('the folder of what may have been meant to be kept back', () => {
  it('is written as it was when the record was made', () => {
    expect(compareFiles('withheld', withheldFolder())).toEqual([])
  })

  it('was published whole', () => {
    const paths = articles.map(({ path }) => path).sort()
    expect(paths).toEqual(['open.md', ...WITHHELD_ROWS.map(({ file }) => file.path)].sort())
  })
})

describe('a build of an article that may have been meant to be kept back', () => {
  it.each(WITHHELD_ROWS.map((row) => [row.file.path, row.outcome, row] as const))(
    '%s: %s',
    async (_, outcome, row) => {
      expect(await outcomeOf(row)).toBe(outcome)
    },
  )
})
