import type { ParsedPublication } from '../../../../src/content/publication/complete-parsing.ts'
import { parsePublication } from '../../../../src/content/publication/parse-publication.ts'
import { instant } from '../../../../src/model/instant.ts'
import type { Seed } from '../../../../src/model/seed.ts'
import { aSeed } from '../../../support/a-seed.ts'
import { sha256 } from '../../../support/sha256.ts'

/** What became of the article of a folder. */
export interface Withheld {
  readonly isPublished: boolean
  readonly isInFeeds: boolean
  readonly errors: readonly string[]
  readonly stops: readonly string[]
}

const AT = instant(Date.UTC(2026, 10, 27))

/** Reads a folder with one article, `a.md` unless another name is given, and others beside it. */
export async function withholdingFolder(
  text: string,
  path = 'a.md',
  ...others: readonly Seed[]
): Promise<Withheld> {
  const { publication, problems } = await parseFolder(text, path, others)
  const told = (severity: string) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => `${problem.path}: ${problem.message}`)
  const article = publication?.articles.find((each) => each.path === path)
  return {
    isPublished: article !== undefined,
    isInFeeds: article?.inFeeds ?? false,
    errors: told('error'),
    stops: told('stop'),
  }
}

/** Whether the article at `path` is published in a folder where some paths are links to others. */
export async function isLinkPublished(
  path: string,
  links: ReadonlyMap<string, string>,
  ...seeds: readonly Seed[]
): Promise<boolean> {
  const all = [aSeed('site.yaml', 'url: https://news.site\n'), ...seeds]
  const folder = { seeds: all, name: 'seeds', links }
  const { publication } = await parsePublication(folder, { at: AT, digest: sha256 })
  return publication?.articles.some((each) => each.path === path) ?? false
}

/** Where such a folder stops, as `file:line`. */
export async function stopPlaces(text: string, path: string, ...others: readonly Seed[]): Promise<string[]> {
  const { problems } = await parseFolder(text, path, others)
  return problems
    .filter(({ severity }) => severity === 'stop')
    .map((problem) => `${problem.path}:${problem.line}`)
}

function parseFolder(text: string, path: string, others: readonly Seed[]): Promise<ParsedPublication> {
  const seeds = [aSeed('site.yaml', 'url: https://news.site\n'), aSeed(path, text), ...others]
  return parsePublication({ seeds, name: 'seeds' }, { at: AT, digest: sha256 })
}
