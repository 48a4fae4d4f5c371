import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishText } from '../publish-seeds.ts'

/** What passages begin and end with, in every notation. */
const MARKS: readonly (readonly [begin: string, end: string])[] = [
  ...([
    ['%%', '%%'],
    ['{#', '#}'],
    ['{/*', '*/}'],
    ['{{/*', '*/}}'],
    ['{{!--', '--}}'],
  ] as const),
  ...([
    ['{% if a %}', '{% endif %}'],
    ['{{< private >}}', '{{< /private >}}'],
    ['{{#if a}}', '{{/if}}'],
  ] as const),
  ...([
    ['<%#', '%>'],
    ['{::comment}', '{:/comment}'],
    [':::a\n', ':::\n'],
    ['////\n', '////\n'],
  ] as const),
  ...([
    ['[private]', '[/private]'],
    ['{>>', '<<}'],
    ['{--', '--}'],
    ['{~~', '~~}'],
  ] as const),
  ...([
    ['<!-- a ', '-->'],
    ['<!-- paywall -->', ''],
    ['a <!-- b\n\n', '-->'],
    ['[//]: # a\n', ''],
  ] as const),
  ...([
    ['<code>', '</code>'],
    ['<Private>', '</Private>'],
    ['<p class="hidden">', '</p>'],
  ] as const),
  ...([
    ['`', '`'],
    ['``a`', '``'],
    ['\\`', '`'],
    ['- ```\n', '  ```\n'],
    ['    a\n\n', 'b\n'],
  ] as const),
]

const SHAPES: readonly (readonly [name: string, make: (bytes: number) => string])[] = [
  ['backticks of every length', (bytes) => ofEveryLength(bytes, '`')],
  ['percent signs', (bytes) => '%'.repeat(bytes)],
  ['a list of attributes', (bytes) => `{${fill(bytes, '.a ')}}`],
  ['lists of attributes that open', (bytes) => fill(bytes, '{.a ')],
  ['a tag of attributes', (bytes) => `<p ${fill(bytes, 'a ')}>`],
  ['a tag of classes', (bytes) => `<p class="${fill(bytes, 'a ')}">`],
  ['a tag of spaces', (bytes) => `<p class${' '.repeat(bytes)}="a">`],
  ['a name of letters', (bytes) => `{{< ${'a'.repeat(bytes)} >}}`],
  ['a block of colons', (bytes) => ':'.repeat(bytes)],
  ['a line of slashes', (bytes) => '/'.repeat(bytes)],
  ['a comment of blank lines', (bytes) => `a <!-- ${fill(bytes, '\n > ')}-->`],
  ['comments behind a long line', (bytes) => `${'a'.repeat(bytes / 2)}${fill(bytes / 2, '<!-- b -->')}`],
  ['a table of bars', (bytes) => `|a|\n|-|\n${'|`'.repeat(bytes / 2)}`],
  ['rows of a table', (bytes) => `|a|\n|-|\n${fill(bytes, '|`a`|\n')}`],
  ['definitions', (bytes) => fillNumbered(bytes, (number) => `[a${number}]: /b\n`)],
]

/** Runs of a sign, each longer than the one before. */
function ofEveryLength(bytes: number, sign: string): string {
  let text = ''
  for (let length = 1; text.length < bytes; length += 1) text += `${sign.repeat(length)} `
  return text
}

function pattern(name: string, make: (bytes: number) => string): HostilePattern {
  return { name, make, run: (text) => publishText('2026-01-01-a.md', text) }
}

/** What may be made expensive by marks of hidden passages, the whole way from the file to feeds and pages. */
export const PASSAGE_PATTERNS: readonly HostilePattern[] = [
  ...MARKS.flatMap(([begin, end]) => [
    pattern(
      `${JSON.stringify(begin)} within itself`,
      (bytes) => fill(bytes / 2, begin) + fill(bytes / 2, end || 'a'),
    ),
    pattern(`${JSON.stringify(begin)} to its end`, (bytes) => fill(bytes, `${begin}a${end} `)),
  ]),
  ...SHAPES.map(([name, make]) => pattern(name, make)),
]
