import { describe, expect, it } from 'vitest'
import { type CorpusKind, corpusArticle } from '../../bench/corpus.ts'
import { sha256 } from '../support/sha256.ts'

function digestOf(kind: CorpusKind, seed?: number): string {
  const files = Array.from({ length: 50 }, (_, place) => corpusArticle(place, kind, seed))
  return sha256(new TextEncoder().encode(JSON.stringify(files)))
}

describe.each<CorpusKind>(['markdown', 'raw'])('a corpus of %s', (kind) => {
  it('is the same for the same seed, and another for another', () => {
    expect(digestOf(kind)).toBe(digestOf(kind))
    expect(digestOf(kind, 2)).not.toBe(digestOf(kind))
  })

  it('has articles of about four and a half kilobytes, each under a path of its own', () => {
    const files = Array.from({ length: 200 }, (_, place) => corpusArticle(place, kind))
    const mean = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / files.length
    expect(mean).toBeGreaterThan(4000)
    expect(mean).toBeLessThan(5000)
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
  })
})
