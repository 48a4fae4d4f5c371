import type { ParsedPublication } from '../../content/publication/complete-parsing.ts'
import { parsePublication } from '../../content/publication/parse-publication.ts'
import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import type { Instant } from '../../model/instant.ts'
import { compareProblems, type Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { detectLanguage } from '../files/detect-language.ts'
import { digest } from '../files/digest.ts'
import { findLostLedger } from '../files/find-lost-ledger.ts'
import { ledgerAmong, type ReadLedger } from '../files/ledger-file.ts'
import type { LiveLedgers } from '../files/live-ledgers.ts'
import { readCommittedLedger } from '../files/read-committed-ledger.ts'
import { readFolder } from '../files/read-folder.ts'
import { type BuildMode, isHeldToLedger, isTrial, showsDrafts } from './build-mode.ts'
import type { BuildSession } from './build-session.ts'
import { mergeLive } from './merge-live.ts'

/** The options of reading a folder. */
export interface ReadOptions {
  /** The folder of articles. */
  readonly seeds: string
  readonly url: string | undefined
  readonly at: Instant
  readonly mode: BuildMode
  /** The ledgers of the live versions, if they are known. */
  readonly live?: LiveLedgers | undefined
}

/** A folder of articles as it would be published. It has no publication if a problem is an error. */
export interface ReadPublication extends ParsedPublication<object> {
  /** All files that were read, with the merged ledger. */
  readonly seeds: readonly Seed[]
  /** The ledger file in the folder, before the merge. */
  readonly written: ReadLedger
  /** Lines to print about the merge. */
  readonly remarks: readonly string[]
}

/**
 * Reads a folder, and finds all problems in it, and all that its publication would change for subscribers. Resolves to
 * both.
 */
export async function readPublication(session: BuildSession, options: ReadOptions): Promise<ReadPublication> {
  const { seeds: directory, url, at, mode, live } = options
  const folder = await readFolder(directory, session.digestOf)
  const own = folder.seeds.filter(({ path }) => mode.kind !== 'ledger' || path !== LEDGER_PATH)
  const merging = live ? mergeLive(own, live) : { seeds: own, remarks: [], problems: [] }
  const { seeds, remarks } = merging
  const committed = isHeldToLedger(mode) ? await readCommittedLedger(directory, seeds) : undefined
  const parsing = {
    at,
    url,
    digest,
    detectLanguage,
    drafts: showsDrafts(mode),
    guarded: !isTrial(mode),
    committed,
  }
  const parsed = await parsePublication({ ...folder, seeds }, parsing, session)

  const isUnread = folder.problems.some(({ path }) => path === LEDGER_PATH)
  const lost = isHeldToLedger(mode) && !isUnread ? await findLostLedger(directory, seeds) : undefined
  const unread = [...folder.problems, ...(lost ? [lost] : [])]
  const told = isHeldToLedger(mode) && !lost ? merging.problems : []
  const { publication, ledger, ...rest } = parsed
  return {
    ...rest,
    ...(unread.length === 0 && { ...(publication && { publication }), ...(ledger && { ledger }) }),
    ignored: [...parsed.ignored, ...folder.ignored],
    problems: joinProblems(unread, [
      ...told,
      ...(mode.kind === 'local' ? parsed.problems.map(onlyWarn) : parsed.problems),
    ]),
    ...{ seeds, remarks, written: ledgerAmong(folder.seeds) },
  }
}

/** All problems in the order of printing. A file that could not be read is not reported as missing too. */
function joinProblems(unread: readonly Problem[], parsed: readonly Problem[]): readonly Problem[] {
  const paths = new Set(unread.map(({ path }) => path))
  return [...unread, ...parsed.filter(({ path }) => !paths.has(path))].sort(compareProblems)
}

/** On this machine, a stop is only a warning. */
function onlyWarn(problem: Problem): Problem {
  return problem.severity === 'stop' ? { ...problem, severity: 'warning' } : problem
}
