import type { ParsedPublication } from '../src/content/complete-parsing.ts'
import type { PublicationOptions } from '../src/content/open-folder.ts'
import { parsePublication, parsePublicationAt } from '../src/content/parse-publication.ts'
import { seedKind } from '../src/content/seed-kind.ts'
import { LEDGER_PATH } from '../src/ledger/ledger-codec.ts'
import type { ArticleContent } from '../src/model/article.ts'
import type { Instant } from '../src/model/instant.ts'
import { compareProblems, type Problem } from '../src/model/problem.ts'
import type { Seed } from '../src/model/seed.ts'
import { digest } from './digest.ts'
import { findLostLedger } from './find-lost-ledger.ts'
import { startProgress } from './progress.ts'
import { readCommittedLedger } from './read-committed-ledger.ts'
import { type Folder, readFolder } from './read-folder.ts'
import type { Workshop } from './workshop/workshop.ts'

/** What is read, and how. */
export interface ReadingOptions {
  /** The folder of articles. */
  readonly seeds: string
  readonly url?: string | undefined
  readonly at: Instant
  /** No subscriber can be harmed, so nothing is guarded, and what would stop is a warning. */
  readonly isTrial?: boolean
  readonly drafts?: boolean
}

/** A folder of articles as it would be published: with nothing to publish if any problem is an error. */
export interface ReadPublication<Content = ArticleContent> extends ParsedPublication<Content> {
  /** All files that were read. */
  readonly seeds: readonly Seed[]
}

/** Reads a folder, and tells all that is wrong with it and with what its publication would change for subscribers. */
export async function readPublication(options: ReadingOptions): Promise<ReadPublication> {
  const folder = await readFolder(options.seeds)
  const articles = folder.seeds.filter(({ path }) => seedKind(path) === 'article')
  const reading = startProgress('articles read', articles.length)
  const parsing = await parsingOptions(options, folder)
  const parsed = parsePublication(folder, { ...parsing, onRead: reading.step })
  reading.stop()
  return judgeFolder(options, folder, parsed)
}

/** The same, in a workshop. */
export async function readPublicationIn(
  workshop: Workshop,
  options: ReadingOptions,
): Promise<ReadPublication<object>> {
  const folder = await readFolder(options.seeds, workshop.digestOf)
  const parsed = await parsePublicationAt(workshop, folder, await parsingOptions(options, folder))
  return judgeFolder(options, folder, parsed)
}

async function parsingOptions(options: ReadingOptions, { seeds }: Folder): Promise<PublicationOptions> {
  const { seeds: directory, url, at, isTrial = false, drafts = false } = options
  const committed = isTrial ? undefined : await readCommittedLedger(directory, seeds)
  return { at, url, digest, drafts, guarded: !isTrial, committed }
}

async function judgeFolder<Content>(
  { seeds: directory, isTrial = false }: ReadingOptions,
  folder: Folder,
  parsed: ParsedPublication<Content>,
): Promise<ReadPublication<Content>> {
  const { seeds } = folder
  const isUnread = folder.problems.some(({ path }) => path === LEDGER_PATH)
  const lost = isTrial || isUnread ? undefined : await findLostLedger(directory, seeds)
  const unread = [...folder.problems, ...(lost ? [lost] : [])]
  const { publication, ledger, ...rest } = parsed
  return {
    ...rest,
    ...(unread.length === 0 && { ...(publication && { publication }), ...(ledger && { ledger }) }),
    ignored: [...parsed.ignored, ...folder.ignored],
    problems: joinProblems(unread, isTrial ? parsed.problems.map(onlyWarn) : parsed.problems),
    seeds,
  }
}

/** All problems in the order in which they are told. What could not be read is not blamed for missing, too. */
function joinProblems(unread: readonly Problem[], parsed: readonly Problem[]): readonly Problem[] {
  const paths = new Set(unread.map(({ path }) => path))
  return [...unread, ...parsed.filter(({ path }) => !paths.has(path))].sort(compareProblems)
}

/** Nothing stops where nobody can be harmed. */
function onlyWarn(problem: Problem): Problem {
  return problem.severity === 'stop' ? { ...problem, severity: 'warning' } : problem
}
