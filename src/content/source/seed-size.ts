import type { Seed } from '../../model/seed.ts'
import type { SeedKind } from './seed-kind.ts'

/** The most bytes of a published file. Workers KV stores 25 MiB per key, and some of that is for the file's metadata. */
export const MOST_BYTES = 24_000_000

/**
 * The most bytes of an article's text. Few novels are longer, and no reader shows such an item: eight whole feeds of
 * the usual size have as many bytes.
 */
export const MOST_TEXT_BYTES = 2_000_000

/** The most bytes of `site.yaml`. Its settings fill a page. */
export const MOST_SITE_BYTES = 64_000

/** The most bytes of the ledger: a line for each of 300,000 articles. */
export const MOST_LEDGER_BYTES = 200_000_000

/** Returns how many bytes of a kind of file are read at most. */
export function mostBytes(kind: SeedKind): number {
  if (kind === 'ledger') return MOST_LEDGER_BYTES
  if (kind === 'settings') return MOST_SITE_BYTES
  return kind === 'article' || kind === 'defaults' ? MOST_TEXT_BYTES : MOST_BYTES
}

/** A file that is too large to be published. Only the beginning of its bytes was read. */
export interface LargeSeed extends Seed {
  /** The size in bytes. */
  readonly size: number
}

/** Returns the size of a file in bytes. */
export function seedSize(seed: Seed | LargeSeed): number {
  return 'size' in seed ? seed.size : seed.bytes.byteLength
}
