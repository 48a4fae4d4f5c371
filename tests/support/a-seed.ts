import type { Seed } from '../../src/model/seed.ts'

/** A seed for tests, of a text or of bytes. */
export function aSeed(path: string, content: string | Uint8Array): Seed {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}
