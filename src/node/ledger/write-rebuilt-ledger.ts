import type { ParsedPublication } from '../../content/publication/complete-parsing.ts'
import { renderLedger } from '../../ledger/ledger-codec.ts'
import { isPlaceholderUrl } from '../../ledger/placeholder-host.ts'
import { rebuildLedger } from '../../ledger/rebuild.ts'
import type { Instant } from '../../model/instant.ts'
import { readPublication } from '../build/read-publication.ts'
import { useSession } from '../build/use-session.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { printProblems } from '../cli/print-problems.ts'
import { type ReadLedger, writeLedger } from '../files/ledger-file.ts'
import { readFeed } from './fetch-feed.ts'
import { renderRebuilt } from './render-rebuilt.ts'

/** The feed to rebuild a ledger from. */
export interface RebuildOptions {
  /** The address or file of the feed. */
  readonly feed: string
  readonly at: Instant
  readonly replaced: ReadLedger
}

/**
 * Writes a ledger that gives the articles of a folder their ids and dates from a live feed, and prints the result. Throws a
 * UsageError if the feed and the folder share no article, and as `readFeed` and `writeLedger` do.
 */
export async function writeRebuiltLedger(
  seeds: string,
  { publication, ledger }: Publishable,
  { feed, at, replaced }: RebuildOptions,
): Promise<void> {
  const { url } = publication.site
  // The next build with a real address would discard what a ledger has for a placeholder address.
  if (isPlaceholderUrl(url))
    throw new UsageError(`The address of the site is still ${url}. Write its own as url: in site.yaml first`)
  const { items, remarks } = await readFeed(feed)
  print(...remarks)
  if (items.length === 0)
    throw new UsageError(`There is no item in ${feed}. Give the address of a feed with items`)
  const rebuilt = rebuildLedger({ publication, begun: ledger.after, items, at })
  const told = renderRebuilt(rebuilt, publication.site.feed.items)
  if (rebuilt.matched.length === 0) {
    printError(...told)
    throw new UsageError(
      `Nothing was written: no item of ${feed} is an article of ${seeds}. See whether both are right`,
    )
  }
  await writeLedger(seeds, renderLedger(rebuilt.ledger), replaced)
  print(...told)
}

/** A folder that can be published. */
export type Publishable = Required<Pick<ParsedPublication<object>, 'publication' | 'ledger'>>

/** Reads a folder as if it had no ledger. Resolves to undefined if it cannot be published. All errors are printed then. */
export async function readWithoutLedger(directory: string, at: Instant): Promise<Publishable | undefined> {
  const purpose = { seeds: directory, url: undefined, mode: { kind: 'ledger' } } as const
  const { publication, ledger, problems, seeds } = await useSession({
    purpose,
    work: (session) => readPublication(session, { ...purpose, at }),
  })
  if (publication !== undefined && ledger !== undefined) return { publication, ledger }
  const errors = problems.filter(({ severity }) => severity === 'error')
  printProblems(errors, directory, seeds)
  printError('Nothing was written.')
  return undefined
}
