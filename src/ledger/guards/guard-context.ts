import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { Publication } from '../../model/publication.ts'

/** What is looked at before anything is published. */
export interface GuardContext {
  /** What subscribers have been given; absent at the first publication. */
  readonly before: Ledger | undefined
  /** What they would be given. */
  readonly after: Ledger
  /** What was kept last where everybody has it, in version control, as far as it binds this site. */
  readonly committed?: Ledger | undefined
  readonly publication: Publication
  /** What each article would be called by its title alone, by the path of its file. */
  readonly inferredSlugs: ReadonlyMap<string, Slug>
  /** The paths of the files that are left out as drafts. */
  readonly drafts: readonly string[]
  /** The files that rules keep back which did not when readers were given their articles. */
  readonly newlyWithheld: readonly NewlyWithheld[]
  /** The moment of the publication. */
  readonly at: Instant
  /** Where a setting of a file is written: of the site, of an article, or in the ledger the line of an id. */
  readonly locate: (
    path: string,
    setting: string,
  ) => { readonly line: number; readonly column: number } | undefined
}

/** A file that would have been published by the first rules of reading, and what keeps it back by now. */
export interface NewlyWithheld {
  readonly path: string
  /** As it is named in a message: `"private"`. */
  readonly key: string
  readonly keeps: 'page' | 'entry'
  readonly position?: { readonly line: number; readonly column: number }
}

/** The same once subscribers have been given something. */
export type LaterContext = GuardContext & { readonly before: Ledger }

/** The path of the seed that tells who publishes. */
export const SITE_PATH = 'site.yaml'

/** How every message of a stop ends. */
export const ACCEPT = '--accept publishes it as it is.'

/** A stop at the first of these settings that is written; `message` says what is wrong and how to mend it. */
export function stopAt(
  { locate }: Pick<GuardContext, 'locate'>,
  path: string,
  settings: readonly string[],
  message: string,
): Problem {
  const position = settings.map((setting) => locate(path, setting)).find((found) => found !== undefined)
  return { severity: 'stop', path, ...position, message: `${message} ${ACCEPT}` }
}
