import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishText } from '../publish-seeds.ts'

/** One piece of Markdown, repeated. */
const REPEATED: readonly string[] = [
  '*',
  '_',
  '**a',
  '*a **b ',
  'a**b*c',
  '__a',
  '*_',
  '~~',
  '~~a',
  '`a``',
  '`',
  '``a`',
  '[',
  ']',
  '[]',
  '[a](',
  '[a](<b',
  '[a](b "',
  '[a][',
  '![',
  '![[](',
  '[![a](b)',
  '[^',
  '[^1]',
  '[^1]\n\n',
  '^[a',
  '^[a]',
  '^[',
  '<',
  '<a',
  '<a b="',
  '<a b ',
  '</',
  '<!--',
  '<!-- a --',
  '<?',
  '<!A ',
  '<![CDATA[',
  '<https://a',
  '<a@b',
  '&',
  '&#',
  '&amp',
  '\\',
  '\\\n',
  'http://',
  'https://a.b/(',
  'www.',
  'www.a.',
  'www.a-',
  'a@',
  'a@a.',
  'mailto:',
  '//a.',
  ' ',
  'a ',
  'a  \n',
  '\n',
  '\t',
  '> ',
  '>',
  '> a\n',
  '> a\n\n',
  '- ',
  '- a\n',
  '- a\n\n',
  '1. a\n',
  '* * * ',
  '-\n',
  '# ',
  '#',
  '# a\n',
  'a\n=\n',
  'a\n-\n\n',
  '```\n',
  '```',
  '~~~a\n',
  '    a\n',
  '|',
  'a|b\n-|-\n',
  '|a\n',
  '[a]: b\n',
  "[a]: b '\n",
  '[a]:\n',
  '[^a]: b\n',
  '[^a]: b\n\n',
  '- [ ] a\n',
  '<div>\n',
  '<div>\n\n',
  '<div></p>',
  '</p>',
  '<p>',
  'e\u0323\u0301',
  '\u0301\u0323',
  'x\n',
]

const SHAPED: readonly HostilePattern[] = [
  { name: 'nested lists', make: nested('- ', 2), run },
  { name: 'nested numbered lists', make: nested('1. ', 3), run },
  { name: 'nested quotes', make: (bytes) => `${'>'.repeat(bytes / 2)} a${'\n'.repeat(bytes / 2)}`, run },
  {
    name: 'a table of many columns',
    make: (bytes) => `${fill(bytes / 3, '|a')}|\n${fill(bytes / 3, '|-')}|\n${fill(bytes / 3, '|b')}|`,
    run,
  },
  {
    name: 'a table of short rows',
    make: (bytes) => `${fill(bytes / 4, '|a')}|\n${fill(bytes / 4, '|-')}|\n${fill(bytes / 2, '|b\n')}`,
    run,
  },
  {
    name: 'different references',
    make: (bytes) => fillNumbered(bytes, (number) => `[r${number}]: /x${number}\n`),
    run,
  },
  {
    name: 'different references, used',
    make: (bytes) =>
      fillNumbered(bytes / 2, (number) => `[r${number}]: http://x.y/${number}\n`) +
      fillNumbered(bytes / 2, (number) => `[r${number}] `),
    run,
  },
  {
    name: 'different notes, used',
    make: (bytes) => fillNumbered(bytes, (number) => `a[^${number}]\n\n[^${number}]: b\n\n`),
    run,
  },
  { name: 'one note, used again and again', make: (bytes) => `${fill(bytes, 'a[^1] ')}\n\n[^1]: b\n`, run },
  {
    name: 'notes within notes',
    make: (bytes) => fillNumbered(bytes, (number) => `[^${number}]: b [^${number + 1}]\n\n`),
    run,
  },
  { name: 'headings of one name', make: (bytes) => fill(bytes, '# a\n\n'), run },
  {
    name: 'headings of many names',
    make: (bytes) => fillNumbered(bytes, (number) => `## h${number}\n\n`),
    run,
  },
  { name: 'lost links', make: (bytes) => fillNumbered(bytes, (number) => `[a](l${number}.md)\n`), run },
  {
    name: 'lost links with codes',
    make: (bytes) => fillNumbered(bytes, (number) => `[a](%${number}ü&.md)\n`),
    run,
  },
  {
    name: 'addresses that nobody may follow',
    make: (bytes) => fillNumbered(bytes, (number) => `<a href="x${number}:y">a</a>\n`),
    run,
  },
  { name: 'a long link', make: (bytes) => `[a](${'a'.repeat(bytes)})`, run },
  { name: 'a long link with folders', make: (bytes) => `[a](${fill(bytes, '../a/')})`, run },
  { name: 'a long address with dots', make: (bytes) => `http://${fill(bytes, 'a.')}com`, run },
  { name: 'a long line of letters', make: (bytes) => 'a'.repeat(bytes), run },
  { name: 'a long heading', make: (bytes) => `# ${fill(bytes, 'a b ')}`, run },
  { name: 'a heading that ends in hashes', make: (bytes) => `# a ${fill(bytes, '# ')}b`, run },
  { name: 'a long heading of stops', make: (bytes) => `# ${fill(bytes, 'a. ')}`, run },
  { name: 'fences within a list', make: (bytes) => fill(bytes, '- ```\n  a\n'), run },
  {
    name: 'code spans that grow',
    make: (bytes) => {
      let text = ''
      for (let length = 1; text.length < bytes; length += 1) text += `${'`'.repeat(length)}a `
      return text
    },
    run,
  },
  { name: 'quotes of the text around', make: (bytes) => fill(bytes, '"a\' '), run },
  { name: 'merge marks', make: (bytes) => fill(bytes, '<<<<<<< \n'), run },
  { name: 'illegal characters', make: (bytes) => fill(bytes, '\u0001'), run },
  { name: 'lines that end as on old machines', make: (bytes) => fill(bytes, '\r'), run },
  { name: 'a mark upon a mark', make: (bytes) => `a${fill(bytes, '\u0301\u0323')}b`, run },
  {
    name: 'marks of many classes',
    make: (bytes) => `a${fill(bytes, '\u0345\u0301\u0323\u0327\u0334')}b`,
    run,
  },
  {
    name: 'marks in descending order, by reference',
    make: (bytes) => `a${fill(bytes, '&#x301;&#x323;')}b`,
    run,
  },
]

function nested(mark: string, step: number): (bytes: number) => string {
  return (bytes) => {
    const lines: string[] = []
    for (let length = 0, depth = 0; length < bytes; depth += 1) {
      lines.push(`${' '.repeat(depth * step)}${mark}a`)
      length += depth * step + mark.length + 2
    }
    return lines.join('\n')
  }
}

function run(text: string): unknown {
  return publishText('2026-01-01-a.md', text)
}

/** What may be made expensive in Markdown, the whole way from the file to feeds and pages. */
export const MARKDOWN_PATTERNS: readonly HostilePattern[] = [
  ...REPEATED.map((piece) => ({
    name: JSON.stringify(piece),
    make: (bytes: number) => fill(bytes, piece),
    run,
  })),
  ...SHAPED,
]
