import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HtmlNode, parseHtml } from '../../../src/content/html/html-tree.ts'
import { renderMarkdown } from '../../../src/content/html/markdown.ts'
import { withoutCode } from '../../../src/content/html/without-code.ts'
import type { Markup } from '../../../src/content/source/body-extensions.ts'

const CODE = new Set(['pre', 'code', 'samp', 'kbd', 'script', 'style'])

/** The words `w1`, `w2` … that HTML shows outside of code. */
function wordsShown(node: HtmlNode): readonly string[] {
  if (typeof node === 'string') return node.match(/w\d+/g) ?? []
  return CODE.has(node.name) ? [] : node.children.flatMap(wordsShown)
}

/** What Markdown is made of, with a word in between: each decides what of it is code. */
const PIECES = [
  ...[
    '- ',
    '1.  ',
    '> ',
    '    ',
    '\t',
    '  ',
    '# ',
    '[a]: /b\n',
    '[^1]: ',
    '| ',
    ' | ',
    '|---|---|\n',
    '\n---\n',
  ],
  ...['\n', '\n\n', '\n\n    ', '\n\n        ', '\n- ', '```\n', '\n```\n', '~~~\n', '    ```\n', '> ```\n'],
  ...[
    '`',
    '``',
    '```',
    '\\`',
    '\\``',
    '\\',
    '*',
    '<div>\n',
    '</div>\n',
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
  ],
  ...['<!--', '-->', '<p>', '[x](y)', '<script>', '</script>', '<b>', '\n===\n'],
]

const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.constant('WORD '))
const written = fc
  .array(piece, { maxLength: 24 })
  .map((pieces) => pieces.map((each, index) => each.replace('WORD', `w${index}`)).join(''))

describe('withoutCode()', () => {
  it.each<[Markup, string, string]>([
    ['Markdown', 'a `b` c', 'a     c'],
    ['Markdown', 'a ``b ` c`` d', 'a           d'],
    ['Markdown', 'a `b', 'a `b'],
    ['Markdown', 'a `b\n\nc` d', 'a `b\n\nc` d'],
    ['Markdown', 'a \\`b` c', 'a   b` c'],
    ['Markdown', '```\na\n```\nb', '   \n \n   \nb'],
    ['Markdown', '> ```\n> a\n> ```\n\nb', '     \n   \n     \n\nb'],
    ['Markdown', 'a\n    b', 'a\n    b'],
    ['Markdown', 'a\n\n    b\nc', 'a\n\n     \nc'],
    ['Markdown', '1.  a\n\n    b', '1.  a\n\n    b'],
    ['Markdown', '<div>\n```\n</div>\n\na', '<div>\n```\n</div>\n\na'],
    ['Markdown', '| a ` b | c ` d |\n|---|---|\n', '| a ` b | c ` d |\n         \n'],
    ['Markdown', '<pre>a\n\nb</pre>c', '<pre> \n\n </pre>c'],
    ['Markdown', '[a]: /b\n\na', '       \n\na'],
    ['HTML', '<p>\n\n    a ` b ` c', '<p>\n\n    a ` b ` c'],
    ['HTML', '<pre>a\n\nb</pre>c', '<pre> \n\n </pre>c'],
    ['HTML', '<code>a <p>b', '<code>a <p>b'],
    ['none', '    a `b` <pre>c</pre>', '    a `b` <pre>c</pre>'],
  ])('leaves code of %s blank in %j', (markup, text, blank) => {
    expect(withoutCode(text, markup)).toBe(blank)
  })

  it('leaves nothing blank that is published outside of code', () => {
    fc.assert(
      fc.property(written, (text) => {
        const rest = withoutCode(text, 'Markdown')
        expect(rest.length).toBe(text.length)
        const shown = wordsShown(parseHtml(renderMarkdown(text)))
        expect(shown.filter((word) => !rest.includes(`${word} `))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
