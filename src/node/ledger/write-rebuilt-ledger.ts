import { renderLedger } from '../../ledger/ledger-codec.ts'
import { isPlaceholderUrl } from '../../ledger/placeholder-host.ts'
import { rebuildLedger } from '../../ledger/rebuild.ts'
import type { Instant } from '../../model/instant.ts'
import { UsageError } from '../cli/command-line.ts'
import { print, printError } from '../cli/print.ts'
import { type ReadLedger, writeLedger } from '../files/ledger-file.ts'
import { readFeed } from './fetch-feed.ts'
import type { Publishable } from './read-without-ledger.ts'
import { renderRebuilt } from './render-rebuilt.ts'

/** What a ledger is rebuilt from. */
export interface RebuildOptions {
  /** The address or the file of the feed. */
  readonly feed: string
  readonly at: Instant
  readonly replaced: ReadLedger
}

/**
 * Writes the ledger that knows of the articles of a folder what a live feed says of them, and tells what came of it. Throws a
 * UsageError where the feed and the folder have nothing in common, and as `readFeed` and `writeLedger` do.
 */
export async function writeRebuiltLedger(
  seeds: string,
  { publication, ledger }: Publishable,
  { feed, at, replaced }: RebuildOptions,
): Promise<void> {
  const { url } = publication.site
  // What is kept under such an address is forgotten once there is a real one.
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
