import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { Publication } from '../../model/publication.ts'

/** The data that the guards compare before a publication. */
export interface GuardContext {
  /** The ledger before. Undefined for the first publication. */
  readonly before: Ledger | undefined
  /** The ledger after this publication. */
  readonly after: Ledger
  /** The last ledger in version control, if it binds this site. */
  readonly committed?: Ledger | undefined
  readonly publication: Publication
  /** The slug that each article would get from its title alone, by the path of its file. */
  readonly inferredSlugs: ReadonlyMap<string, Slug>
  /** The paths of the files that are left out as drafts. */
  readonly drafts: readonly string[]
  /** The files that the current rules keep back, but the rules of their publication did not. */
  readonly newlyWithheld: readonly NewlyWithheld[]
  /** The moment of the publication. */
  readonly at: Instant
  /** The place of a setting in a file: of the site, of an article, or, in the ledger, of the line with an id. */
  readonly locate: (
    path: string,
    setting: string,
  ) => { readonly line: number; readonly column: number } | undefined
}

/** A file that the first rules of reading would have published, with the setting that keeps it back now. */
export interface NewlyWithheld {
  readonly path: string
  /** Its name in a message: `"private"`. */
  readonly key: string
  readonly keeps: 'page' | 'entry'
  readonly position?: { readonly line: number; readonly column: number }
}

/** The context after the first publication. */
export type LaterContext = GuardContext & { readonly before: Ledger }

/** The path of the seed with the settings of the site. */
export const SITE_PATH = 'site.yaml'

/** The end of every stop's message. */
export const ACCEPT = '--accept publishes it as it is.'

/** Makes a stop at the first of these settings that is stated. `message` says what is wrong and how to mend it. */
export function stopAt(
  { locate }: Pick<GuardContext, 'locate'>,
  path: string,
  settings: readonly string[],
  message: string,
): Problem {
  const position = settings.map((setting) => locate(path, setting)).find((found) => found !== undefined)
  return { severity: 'stop', path, ...position, message: `${message} ${ACCEPT}` }
}
