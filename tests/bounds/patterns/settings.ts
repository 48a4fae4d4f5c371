import { aSeed } from '../../support/a-seed.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishSeeds, publishText } from '../publish-seeds.ts'

type Made = readonly [name: string, make: (bytes: number) => string]

/** YAML that is settings, or would be. */
const YAML: readonly Made[] = [
  ['unknown keys', (bytes) => fillNumbered(bytes, (number) => `k${number}: v\n`)],
  ['unknown keys without values', (bytes) => fillNumbered(bytes, (number) => `k${number}:\n`)],
  ['unknown keys in braces', (bytes) => `x: {${fillNumbered(bytes, (number) => `k${number},`)}}\n`],
  ['one key again and again', (bytes) => fill(bytes, 'a: b\n')],
  ['keys much like known ones', (bytes) => fillNumbered(bytes, (number) => `titl${number}: v\n`)],
  ['a long key of wide letters', (bytes) => `${fill(bytes, 'ｋ')}: v\n`],
  ['a long key of letters that nobody sees', (bytes) => `"k${fill(bytes, '\\u200B')}": v\n`],
  ['a long key of hiding words', (bytes) => `${fill(bytes, 'draft_')}: true\n`],
  ['a long key of negations', (bytes) => `${fill(bytes, 'no')}: true\n`],
  ['maps in lists within lists', (bytes) => `x: [${fill(bytes, '[{a: b}],')}]\n`],
  ['a long list of plain words', (bytes) => `x: [${fill(bytes, 'a, ')}b]\n`],
  ['a long list that does not end', (bytes) => `x: [${fill(bytes, '"a", ')}\n`],
  ['spaces before a value', (bytes) => `x:${' '.repeat(bytes)}v\n`],
  ['spaces within a plain value', (bytes) => `x: v${' '.repeat(bytes)}w\n`],
  ['a long key', (bytes) => `${'k'.repeat(bytes)}: v\n`],
  ['aliases of nothing', (bytes) => fill(bytes, '- *a\n')],
  ['aliases of nothing in a list', (bytes) => `x: [${fill(bytes, '*a,')}]\n`],
  ['aliases of one anchor', (bytes) => `x: &a b\ny: [${fill(bytes, '*a,')}]\n`],
  [
    'aliases that multiply',
    (bytes) =>
      `a0: &a0 [x]\n${fillNumbered(bytes, (number) => `a${number + 1}: &a${number + 1} [*a${number},*a${number}]\n`)}`,
  ],
  ['anchors', (bytes) => fillNumbered(bytes, (number) => `- &a${number} b\n`)],
  ['brackets that open', (bytes) => `x: ${'['.repeat(bytes)}`],
  ['brackets that close', (bytes) => `x: ${'[]'.repeat(bytes / 2)}`],
  ['brackets within brackets', (bytes) => `x: ${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}\n`],
  ['braces that open', (bytes) => `x: ${'{'.repeat(bytes)}`],
  ['braces with keys that open', (bytes) => `x: ${'{a: '.repeat(bytes / 4)}`],
  ['lists within lists', (bytes) => `x:\n  ${'- '.repeat(bytes / 2)}a\n`],
  [
    'maps that grow',
    (bytes) => {
      let text = ''
      for (let depth = 0; text.length < bytes; depth += 1) text += `${' '.repeat(depth)}a:\n`
      return text
    },
  ],
  ['question marks', (bytes) => fill(bytes, '? ')],
  ['complex keys', (bytes) => fill(bytes, '? a\n: b\n')],
  ['colons', (bytes) => fill(bytes, ': ')],
  ['tags of types', (bytes) => fill(bytes, '- !a b\n')],
  ['tags that are not closed', (bytes) => fill(bytes, '!<a ')],
  ['directives', (bytes) => fill(bytes, '%a b\n')],
  ['documents', (bytes) => fill(bytes, 'a: b\n...\n')],
  ['comments', (bytes) => fill(bytes, '# a\n')],
  ['a comment of spaces', (bytes) => `title: a${' '.repeat(bytes)}# b\n`],
  ['a quoted text that is not closed', (bytes) => `title: "${fill(bytes, 'a ')}`],
  ['a quoted text of escapes', (bytes) => `title: "${fill(bytes, '\\u0301\\u0323')}"\n`],
  ['a quoted text of lines', (bytes) => `title: "a${fill(bytes, '\n  b')}"\n`],
  ['a folded text of lines', (bytes) => `title: >\n${fill(bytes, '  a\n\n')}`],
  ['a plain text of lines like settings', (bytes) => `title: a\n${fill(bytes, '  draft = true\n')}`],
  ['a plain text of lines', (bytes) => `title: a\n${fill(bytes, '  b\n')}`],
  ['tabs', (bytes) => fill(bytes, '\ta\n')],
  ['tags', (bytes) => `tags: [${fillNumbered(bytes, (number) => `t${number},`)}]\n`],
  ['tags of one text', (bytes) => `tags: ${fillNumbered(bytes, (number) => `t${number},`)}\n`],
  ['a tag of marks', (bytes) => `tags: ["a${fill(bytes, '\u0301\u0323')}"]\n`],
  ['a tag of half-wide marks', (bytes) => `tags: ["a${fill(bytes, '\uFF9E\u0323')}"]\n`],
  ['a tag of hyphens', (bytes) => `tags: ["a${fill(bytes, '- ')}b"]\n`],
  ['tags that are lists', (bytes) => `tags: [${fill(bytes, '[],')}]\n`],
  ['authors', (bytes) => `authors: [${fillNumbered(bytes, (number) => `a${number},`)}]\n`],
  ['authors that are wrong', (bytes) => `authors: [${fill(bytes, '{},')}]\n`],
  ['a tag of slashes', (bytes) => `tags: ["a${fill(bytes, '/')}b"]\n`],
  ['tags with a state', (bytes) => `tags: [${fill(bytes, 'status/a,')}]\n`],
  ['an author of spaces', (bytes) => `author: "a${' '.repeat(bytes)}<b"\n`],
  ['an author of brackets', (bytes) => `author: "a${'<'.repeat(bytes)}b>"\n`],
  ['an author of brackets and spaces', (bytes) => `author: "a${fill(bytes, '\u2003<')}b>"\n`],
  ['an author with a mail of at signs', (bytes) => `author: { name: a, email: "${fill(bytes, 'a@')}" }\n`],
  ['enclosures', (bytes) => `enclosures: [${fillNumbered(bytes, (number) => `http://a/${number}.mp3,`)}]\n`],
  [
    'enclosures that are lost',
    (bytes) => `enclosures: [${fillNumbered(bytes, (number) => `${number}.mp3,`)}]\n`,
  ],
  ['enclosures that are wrong', (bytes) => `enclosures: [${fill(bytes, '1,{},')}]\n`],
  ['a type of letters', (bytes) => `enclosures: [{ url: http://a/b.mp3, type: "${'a'.repeat(bytes)}" }]\n`],
  ['images', (bytes) => `image: [${fill(bytes, 'a.png,')}]\n`],
  ['a summary', (bytes) => `summary: "${fill(bytes, 'A word. ')}"\n`],
  ['a summary of marks', (bytes) => `summary: "${fill(bytes, 'a.… ')}"\n`],
  ['a summary of spaces and ellipses', (bytes) => `summary: "a${fill(bytes, '\u2003')}b. c"\n`],
  ['a title of letters', (bytes) => `title: ${'a'.repeat(bytes)}\n`],
  ['a title of hyphens', (bytes) => `title: "a${fill(bytes, '-')}b"\n`],
  ['a title of brackets', (bytes) => `title: "a${fill(bytes, '[( ')}b)"\n`],
  ['a title of tags', (bytes) => `title: "${fill(bytes, '#a ')}"\n`],
  ['a title of a label', (bytes) => `title: "Draft: A ${fill(bytes, 'draft ')}"\n`],
  ['a title of ideographs', (bytes) => `title: ${fill(bytes, '漢')}\n`],
  ['a slug that is none', (bytes) => `slug: "${fill(bytes, 'a-')}!"\n`],
  ['a slug of short words', (bytes) => `slug: "${fill(bytes, 'a-')}"\n`],
  ['a permalink of indexes', (bytes) => `permalink: "${fill(bytes, '/index')}"\n`],
  ['a permalink of slashes', (bytes) => `permalink: "${fill(bytes, '/')}"\n`],
  ['an id of letters', (bytes) => `id: "a:${fill(bytes, 'b')}<"\n`],
  ['a date of spaces', (bytes) => `date: "2026-01-01${' '.repeat(bytes)}x"\n`],
  ['a date of digits', (bytes) => `date: "${'1'.repeat(bytes)}"\n`],
  ['a date of words', (bytes) => `date: "1 ${' '.repeat(bytes)} may 2026"\n`],
  ['a date as mail writes it', (bytes) => `date: "Mon,${' '.repeat(bytes)}1"\n`],
  ['a language of subtags', (bytes) => `language: en${fill(bytes, '-aaaa')}\n`],
  ['a canonical address', (bytes) => `canonical: http://a/${fill(bytes, '../')}\n`],
  ['a section of marks', (bytes) => `section: "a${fill(bytes, '\u0301\u0323')}"\n`],
]

const TOML: readonly Made[] = [
  ['unknown keys', (bytes) => fillNumbered(bytes, (number) => `k${number} = 1\n`)],
  ['dotted keys', (bytes) => `${fill(bytes, 'a.')}b = 1\n`],
  ['many dotted keys', (bytes) => fillNumbered(bytes, (number) => `a.b.c${number} = 1\n`)],
  ['tables', (bytes) => fillNumbered(bytes, (number) => `[t${number}]\n`)],
  ['tables of tables', (bytes) => fill(bytes, '[[t]]\n')],
  ['a deep table', (bytes) => `[${fill(bytes, 'a.')}b]\n`],
  ['brackets that open', (bytes) => `x = ${'['.repeat(bytes)}`],
  ['brackets within brackets', (bytes) => `x = ${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}\n`],
  ['braces that open', (bytes) => `x = ${'{a='.repeat(bytes / 3)}`],
  ['a list of numbers', (bytes) => `x = [${fill(bytes, '1,')}]\n`],
  ['a text that is not closed', (bytes) => `x = "${'a'.repeat(bytes)}`],
  ['a text of escapes', (bytes) => `title = "${fill(bytes, '\\u0301\\u0323')}"\n`],
  ['a text of lines', (bytes) => `title = """${fill(bytes, 'a\n')}"""\n`],
  ['a number of digits', (bytes) => `x = ${'1'.repeat(bytes)}\n`],
  ['spaces before a sign', (bytes) => `a${' '.repeat(bytes)}\n`],
  ['spaces within a header', (bytes) => `[${' '.repeat(bytes)}\n`],
  ['spaces within a text', (bytes) => `title = """\n${fill(bytes, `a ${' '.repeat(500)}\n`)}"""\n`],
  ['a long line of letters and spaces', (bytes) => `title = """\n${fill(bytes, 'a ')}\n"""\n`],
  ['comments', (bytes) => fill(bytes, '# a\n')],
  ['one key again and again', (bytes) => fill(bytes, 'a = 1\n')],
]

/** Front matter that is no front matter, and what surrounds it. */
const FENCES: readonly Made[] = [
  ['a fence of spaces', (bytes) => `---${' '.repeat(bytes)}x\na\n---\n`],
  ['a fence that names a language', (bytes) => `---${'a'.repeat(bytes)}\na\n`],
  ['a fence that is never closed', (bytes) => `---\n${fill(bytes, 'a: b\n')}`],
  ['fences', (bytes) => fill(bytes, '---\n')],
  ['braces with names without quotes', (bytes) => `{${fill(bytes, 'a:1,')}`],
  ['braces with comments', (bytes) => `{${fill(bytes, '/*')}`],
  ['fences of the other kind', (bytes) => fill(bytes, '+++\n')],
]

const publishFrontMatter = (text: string): Promise<unknown> => publishText('2026-01-01-a.md', text)
const publishSite = (text: string): Promise<unknown> =>
  publishSeeds([aSeed('site.yaml', text), aSeed('2026-01-01-a.md', 'A.')])

/** What may be made expensive in settings, the whole way from the file to feeds and pages. */
export const SETTINGS_PATTERNS: readonly HostilePattern[] = [
  ...YAML.map(([name, make]) => ({
    name: `YAML: ${name}`,
    make: (bytes: number) => `---\n${make(bytes)}---\nA.\n`,
    run: publishFrontMatter,
  })),
  ...TOML.map(([name, make]) => ({
    name: `TOML: ${name}`,
    make: (bytes: number) => `+++\n${make(bytes)}+++\nA.\n`,
    run: publishFrontMatter,
  })),
  ...FENCES.map(([name, make]) => ({ name: `fences: ${name}`, make, run: publishFrontMatter })),
  ...YAML.map(([name, make]) => ({
    name: `site.yaml: ${name}`,
    make: (bytes: number) => `url: https://news.site\n${make(bytes)}`,
    run: publishSite,
  })),
  {
    name: 'site.yaml: unknown keys of the feed',
    make: (bytes) => `feed:\n${fillNumbered(bytes, (number) => `  k${number}: v\n`)}`,
    run: publishSite,
  },
  {
    name: 'site.yaml: hubs',
    make: (bytes) => `hubs: [${fillNumbered(bytes, (number) => `http://a/${number},`)}]\n`,
    run: publishSite,
  },
  {
    name: 'site.yaml: an address of slashes',
    make: (bytes) => `url: https://a/${'/'.repeat(bytes)}b\n`,
    run: publishSite,
  },
  {
    name: 'site.yaml: an address of hyphens',
    make: (bytes) => `url: https://a${'-'.repeat(bytes)}b.netlify.ap\n`,
    run: publishSite,
  },
  { name: 'site.yaml: a time zone', make: (bytes) => `timezone: ${'a'.repeat(bytes)}\n`, run: publishSite },
  {
    name: 'site.yaml: a title of hashes',
    make: (bytes) => `title: "a ${'#'.repeat(bytes)}b"\n`,
    run: publishSite,
  },
  { name: 'site.yaml: merge marks', make: (bytes) => fill(bytes, '<<<<<<< \n'), run: publishSite },
]
