import type { Seed } from '../model/seed.ts'

/**
 * The most bytes that a file may have to be published. Workers KV stores 25 MiB under one key, and some of it is for what
 * comes with the file.
 */
export const MOST_BYTES = 24_000_000

/** A file that is too large to be published: of its bytes, only the beginning was read. */
export interface LargeSeed extends Seed {
  /** In bytes. */
  readonly size: number
}

/** How many bytes a file has. */
export function seedSize(seed: Seed | LargeSeed): number {
  return 'size' in seed ? seed.size : seed.bytes.byteLength
}
