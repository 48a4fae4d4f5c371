import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishText } from '../publish-seeds.ts'

/** Raw texts, each from a function of its size. */
const TEXTS: readonly (readonly [name: string, make: (bytes: number) => string])[] = [
  [
    'wrapped lines without a blank one',
    (bytes) => fill(bytes, 'The council met on the hill and spoke of the new bridge\nthat nobody wants. '),
  ],
  [
    'wrapped lines without an end',
    (bytes) => fill(bytes, 'the council met on the hill and spoke of the new bridge\n'),
  ],
  ['lines that go on in lower case', (bytes) => fill(bytes, 'a\n')],
  ['lines that end in stops', (bytes) => fill(bytes, '.\n')],
  ['lines that end in many stops', (bytes) => fill(bytes, `${'.'.repeat(60)}\n`)],
  ['one line of stops', (bytes) => '.'.repeat(bytes)],
  ['one line of stops and quotes', (bytes) => fill(bytes, '."')],
  ['one line of closing quotes', (bytes) => `a.${'"'.repeat(bytes)}b`],
  ['one line of letters', (bytes) => 'a'.repeat(bytes)],
  ['one line of capital letters', (bytes) => fill(bytes, 'A ')],
  ['one line of wide letters', (bytes) => fill(bytes, '漢')],
  ['one line of spaces', (bytes) => `a${' '.repeat(bytes)}b`],
  ['one line of hard spaces', (bytes) => `a${fill(bytes, '\u2003')}b`],
  ['lines of spaces', (bytes) => fill(bytes, `${' '.repeat(100)}\n`)],
  ['blank lines', (bytes) => `a${'\n'.repeat(bytes)}b`],
  ['bullets', (bytes) => fill(bytes, '- a\n')],
  ['bullets without words', (bytes) => fill(bytes, '- \n')],
  ['one bullet of spaces', (bytes) => `-${' '.repeat(bytes)}!`],
  ['one bullet of signs', (bytes) => `- ${'!'.repeat(bytes)}`],
  ['numbered lines', (bytes) => fillNumbered(bytes, (number) => `${(number % 99) + 1}. a\n`)],
  ['lines numbered with one', (bytes) => fill(bytes, '1. a\n')],
  ['one number of spaces', (bytes) => `1.${' '.repeat(bytes)}!`],
  ['headings', (bytes) => fill(bytes, 'A heading\n\n')],
  ['headings above prose', (bytes) => fill(bytes, 'A heading\n\nA sentence that ends with a stop.\n\n')],
  ['a date and spaces', (bytes) => `date${' '.repeat(bytes)}2026-01-01\n`],
  ['days without months', (bytes) => fill(bytes, '1 ')],
  ['days and months without years', (bytes) => fill(bytes, '1 may ')],
  ['days, line ends and spaces', (bytes) => `1${fill(bytes, ' \n')}may 2026`],
  ['a word that leads to a date', (bytes) => `${fill(bytes, 'il ')}1 maggio 2026`],
  ['a hyphen at each end', (bytes) => fill(bytes, 'some words that are parted at the end of a li-\nne ')],
  ['carriage returns', (bytes) => fill(bytes, 'a\r')],
  ['form feeds', (bytes) => fill(bytes, 'a\f')],
  ['a sentence that is cut', (bytes) => fill(bytes, 'the council, which met, ')],
  ['a sentence of short words', (bytes) => fill(bytes, 'a b c, ')],
  ['brackets that open', (bytes) => fill(bytes, '( ')],
  ['brackets that close', (bytes) => fill(bytes, ') ')],
  ['quotes that open', (bytes) => fill(bytes, '« ')],
  ['dashes', (bytes) => fill(bytes, '– ')],
  ['commas', (bytes) => fill(bytes, ', ')],
  ['one word of commas', (bytes) => `a${','.repeat(bytes)}b`],
  ['one word of hyphens', (bytes) => `a${'-'.repeat(bytes)}b`],
  ['one word of apostrophes', (bytes) => `a${"'".repeat(bytes)}b`],
  ['one value of commas', (bytes) => `draft: a${','.repeat(bytes)}b`],
  ['names', (bytes) => `Il ${fill(bytes, 'presidente Vladimir ')}`],
  ['emoji that are joined', (bytes) => fill(bytes, '👩\u200D')],
  ['a mark upon a mark', (bytes) => `a${fill(bytes, '\u0301\u0323')}b`],
  ['half a surrogate pair', (bytes) => fill(bytes, '\uD800a')],
]

/** What may be made expensive in raw text, the whole way from the file to feeds and pages. */
export const RAW_TEXT_PATTERNS: readonly HostilePattern[] = TEXTS.map(([name, make]) => ({
  name,
  make,
  run: (text) => publishText('2026-01-01-a.txt', text),
}))
