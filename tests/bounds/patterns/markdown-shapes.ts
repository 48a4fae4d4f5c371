import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishText } from '../publish-seeds.ts'

/** What may be made expensive in Markdown by its shape, the whole way from the file to feeds and pages. */
export const MARKDOWN_SHAPES: readonly HostilePattern[] = [
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
  { name: 'mathematics without an end', make: (bytes) => `$${fill(bytes, '\\$')}`, run },
  { name: 'lines of mathematics without an end', make: (bytes) => `$$\n${fill(bytes, 'a\n$\n')}`, run },
  { name: 'brackets within brackets of TeX', make: (bytes) => `\\[${fill(bytes, '\n\\a')}`, run },
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
  shaped('inline notes within inline notes', (bytes) => '^['.repeat(bytes / 3) + ']'.repeat(bytes / 3)),
  shaped('pictures within pictures', (bytes) => '!['.repeat(bytes / 6) + '](b)'.repeat(bytes / 6)),
  shaped('links within links', (bytes) => '['.repeat(bytes / 5) + '](b)'.repeat(bytes / 5)),
  shaped('brackets within brackets', (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2)),
  shaped(
    'brackets within brackets, with a reference',
    (bytes) => `${'['.repeat(bytes / 2)}a${']'.repeat(bytes / 2)}\n\n[a]: /b`,
  ),
  shaped('emphasis within emphasis', (bytes) => '*a '.repeat(bytes / 6) + ' a*'.repeat(bytes / 6)),
  shaped('strong within strong', (bytes) => '**a '.repeat(bytes / 8) + ' a**'.repeat(bytes / 8)),
  shaped('emphasis of two kinds, crosswise', (bytes) => fill(bytes, '*a _b* c_ ')),
  shaped('long runs of emphasis', (bytes) => fill(bytes, `${'*'.repeat(50)}a `)),
  shaped('strikes within strikes', (bytes) => '~~a '.repeat(bytes / 8) + ' a~~'.repeat(bytes / 8)),
  shaped('lines above one rule', (bytes) => `${fill(bytes, 'a\n')}===`),
  shaped('a quote that goes on', (bytes) => `> a\n${fill(bytes, 'b\n')}`),
  shaped('deep quotes that go on', (bytes) => `${'> '.repeat(90)}a\n${fill(bytes, 'b\n')}`),
  shaped('deep quotes of hard line ends', (bytes) => `${'> '.repeat(90)}a\n${fill(bytes, 'b\\\n')}`),
  shaped('deep quotes of lines', (bytes) => fill(bytes, `${'>'.repeat(40)} a\n`)),
  shaped('a deep list that goes on', (bytes) => `${'- '.repeat(60)}a\n${fill(bytes, 'b\n')}`),
  shaped('an item of paragraphs', (bytes) => `- a\n${fill(bytes, '\n  b\n')}`),
  shaped('lists of different marks', (bytes) => fill(bytes, '- a\n+ a\n* a\n')),
  shaped('lists and quotes in turn', (bytes) => fill(bytes, '> - ')),
  shaped(
    'a reference with a long label',
    (bytes) => `[${'a'.repeat(bytes / 2)}]: /b\n\n[${'a'.repeat(bytes / 2)}]`,
  ),
  shaped('a reference with a title of lines', (bytes) => `[a]: /b "${fill(bytes, 'c\n')}`),
  shaped('references within quotes', (bytes) => fill(bytes, '> [a]: /b\n\n')),
  shaped(
    'a reference used again and again',
    (bytes) => `${fill(bytes, '[a]')}\n\n[a]: http://x.y/${'z'.repeat(100)}`,
  ),
  shaped('cells with escaped bars', (bytes) => `a|b\n-|-\n${fill(bytes, '\\|')}|c`),
  shaped('a row that opens code', (bytes) => `a|b\n-|-\n${fill(bytes, '`|')}`),
  shaped('heads of tables', (bytes) => fill(bytes, 'a|b\n-|-|-\n')),
  shaped('rules of a table that are none', (bytes) => `a|b\n${fill(bytes, '-|')}x`),
  shaped('blocks of HTML that are not closed', (bytes) => fill(bytes, '<pre>\n\n')),
  shaped('comments that are not closed', (bytes) => fill(bytes, '<!-- a\n\n')),
  shaped('instructions that are not closed', (bytes) => fill(bytes, '<?a\n\n')),
  shaped('declarations that are not closed', (bytes) => fill(bytes, 'a <!A \n')),
  shaped('attributes that are not closed', (bytes) => fill(bytes, "a <a b='c\n")),
  shaped('a tag of attributes', (bytes) => `a <a ${fill(bytes, 'b="c" ')}`),
  shaped('a tag of spaces', (bytes) => `a <a${' '.repeat(bytes)}`),
  shaped('a scheme of letters', (bytes) => `${'a'.repeat(bytes)}://`),
  shaped('mail of dots', (bytes) => `${fill(bytes, 'a.')}@b.c`),
  shaped('mail of hyphens', (bytes) => `a@${fill(bytes, 'a-')}.c`),
  shaped('brackets in addresses', (bytes) => `http://a.b/${fill(bytes, '(')}`),
  shaped('quotes in addresses', (bytes) => fill(bytes, "http://a.b/'c' ")),
  shaped('an address of stops', (bytes) => `http://a.b/${fill(bytes, '.')}`),
  shaped('an address after www of stops', (bytes) => `www.a.b/${fill(bytes, '.')}`),
  shaped('entities that are long', (bytes) => fill(bytes, `&${'a'.repeat(31)}`)),
  shaped('escapes of brackets', (bytes) => fill(bytes, '\\[')),
  shaped('a paragraph of code and brackets', (bytes) => fill(bytes, '[`a`](')),
  shaped('tasks that are none', (bytes) => fill(bytes, '- [x]\n')),
  shaped('indented lines', (bytes) => fill(bytes, ' a\n  b\n   c\n')),
  shaped('lines that are indented more and more', (bytes) => {
    const lines: string[] = []
    for (let length = 0, depth = 0; length < bytes; depth += 1) {
      lines.push(`${' '.repeat(depth)}a`)
      length += depth + 2
    }
    return lines.join('\n')
  }),
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

function shaped(name: string, make: (bytes: number) => string): HostilePattern {
  return { name, make, run }
}

async function run(text: string): Promise<unknown> {
  return publishText('2026-01-01-a.md', text)
}
