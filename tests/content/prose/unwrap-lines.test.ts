import { describe, expect, it } from 'vitest'
import { unwrapLines } from '../../../src/content/prose/unwrap-lines.ts'

describe('unwrapLines()', () => {
  it('reads a text of very many lines', () => {
    expect(unwrapLines('One line.\n'.repeat(150_000))).toHaveLength(150_000)
  })
})
