import type { Seed } from '../model/seed.ts'
import type { SeedKind } from './seed-kind.ts'

/**
 * The most bytes that a file may have to be published. Workers KV stores 25 MiB under one key, and some of it is for what
 * comes with the file.
 */
export const MOST_BYTES = 24_000_000

/** The most bytes of an article or of the settings: the text of several long books. */
export const MOST_TEXT_BYTES = 2_000_000

/** The most bytes of a ledger: those of a hundred thousand articles and more. */
export const MOST_LEDGER_BYTES = 64_000_000

/** The most bytes that are read of a file of some kind. */
export function mostBytes(kind: SeedKind): number {
  if (kind === 'ledger') return MOST_LEDGER_BYTES
  return kind === 'article' || kind === 'settings' ? MOST_TEXT_BYTES : MOST_BYTES
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
