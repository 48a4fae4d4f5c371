import type { Seed } from '../../model/seed.ts'
import type { SeedKind } from './seed-kind.ts'

/**
 * The most bytes that a file may have to be published. Workers KV stores 25 MiB under one key, and some of it is for what
 * comes with the file.
 */
export const MOST_BYTES = 24_000_000

/**
 * The most bytes that the text of an article may have. Few novels are longer, and eight whole feeds of the usual size fit
 * into it: no reader shows such an item.
 */
export const MOST_TEXT_BYTES = 2_000_000

/** The most bytes that `site.yaml` may have: its settings fill a page. */
export const MOST_SITE_BYTES = 64_000

/** The most bytes that the ledger may have: a line for each of 300,000 articles. */
export const MOST_LEDGER_BYTES = 200_000_000

/** The most bytes that are read of a file of some kind. */
export function mostBytes(kind: SeedKind): number {
  if (kind === 'ledger') return MOST_LEDGER_BYTES
  if (kind === 'settings') return MOST_SITE_BYTES
  return kind === 'article' || kind === 'defaults' ? MOST_TEXT_BYTES : MOST_BYTES
}

/** A file that is too large to be published: of its bytes, only the beginning was read. */
export interface LargeSeed extends Seed {
  /** In bytes. */
  readonly size: number
}

/** How many bytes a file has. */
export function seedSize(seed: Seed | LargeSeed): number {
  return 'size' in seed ? seed.size : seed.bytes.byteLength
}
