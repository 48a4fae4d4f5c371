import { describe, expect, it } from 'vitest'
import { renderCodeSpan } from '../../../src/content/html/markdown-escape.ts'

describe('renderCodeSpan()', () => {
  it('fences a text of very many backticks', () => {
    expect(renderCodeSpan('` '.repeat(200_000))).toMatch(/^`` ` ` /)
  })
})
