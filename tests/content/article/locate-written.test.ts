import { describe, expect, it } from 'vitest'
import { writtenLocator } from '../../../src/content/article/locate-written.ts'

const lineOf = (body: string, written: string) => writtenLocator(`a\nb\n${body}`, 4)(written).line

describe('writtenLocator()', () => {
  it.each([
    ['[x](perché.md)', 'perch%C3%A9.md'],
    ['[x](perch%C3%A9.md)', 'perché.md'],
    ['![](<my photo.jpg>)', 'my%20photo.jpg'],
    ['<a href="a&amp;b.md">', 'a&b.md'],
    ['<IFRAME>', '<iframe'],
    ['[x](a(1).md)', 'a(1).md'],
    ['[x](100%.md)', '100%.md'],
  ])('finds in %s what was read as %s', (source, written) => {
    expect(writtenLocator(`a\nb\n\nxx${source}`, 4)(written)).toEqual({
      line: 4,
      column: expect.toSatisfy((column: number) => column > 2),
    })
  })

  it('does not look in the front matter', () => {
    expect(writtenLocator('x.md\n\nx.md', 5)('x.md')).toEqual({ line: 3, column: 1 })
  })

  it('prefers what is no code', () => {
    expect(lineOf('```\n<script>\n```\n<script>', '<script')).toBe(6)
    expect(lineOf('~~~~\n~~~\n<script>\n~~~~\n<script>', '<script')).toBe(7)
    expect(lineOf('A `<script>` or ``<script>``.\n<script>', '<script')).toBe(4)
  })

  it('takes code where there is nothing else', () => {
    expect(lineOf('A.\n```\nx.md', 'x.md')).toBe(5)
  })

  it('gives the beginning of the body for what it cannot find', () => {
    expect(writtenLocator('a\nb\nc', 4)('x.md')).toEqual({ line: 3, column: 1 })
  })
})
