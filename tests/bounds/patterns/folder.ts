import { renderLedger } from '../../../src/ledger/ledger-codec.ts'
import type { Seed } from '../../../src/model/seed.ts'
import { aSeed } from '../../support/a-seed.ts'
import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishSeeds } from '../publish-seeds.ts'

/** Bytes of an article in a folder of many. */
const ARTICLE = 1000

/** Many articles, each with settings that its number makes. */
function articles(bytes: number, settings: (number: number) => string): Seed[] {
  return Array.from({ length: Math.max(1, bytes / ARTICLE) }, (_, number) =>
    aSeed(`${number}.md`, `---\ndate: 2026-01-01\n${settings(number)}\n---\n${fill(ARTICLE, 'A word. ')}`),
  )
}

/** One article that refers to a file by a long name, or is called so itself. */
function named(path: string): Seed[] {
  return [aSeed(path, '---\ndate: 2026-01-01\n---\nA.')]
}

function pattern(name: string, make: HostilePattern<Seed[]>['make']): HostilePattern<Seed[]> {
  return { name, make, run: publishSeeds }
}

/** The ledger of a folder, to be published with another folder. */
async function ledgerOf(seeds: readonly Seed[]): Promise<Seed> {
  const after = (await publishSeeds(seeds)).ledger?.after
  return aSeed('ledger.json', after ? renderLedger(after) : '')
}

/** Where a site names what it leaves out, a pattern each line. */
const LEFT_OUT: readonly (readonly [path: string, before: string, line: string, after: string])[] = [
  ['_config.yml', 'exclude:\n', '- b*/c\n', ''],
  ['_config.yaml', 'ignore:\n', '- b*/c\n', ''],
  ['.eleventyignore', '', 'b*/c\n', ''],
  ['hugo.toml', 'ignoreFiles = [', '"b.c(a|b|c)$",\n', ']'],
]

/** An article with code beside it that may keep it back. */
function coded(code: string): Seed[] {
  return [...named('posts/a.md'), aSeed('posts/posts.11tydata.js', code)]
}

/** What may be made expensive by several files, or by what they are called. */
export const FOLDER_PATTERNS: readonly HostilePattern<Seed[]>[] = [
  pattern('articles of one title', (bytes) => articles(bytes, () => 'title: One')),
  pattern('articles of one id', (bytes) => articles(bytes, () => 'id: one')),
  pattern('articles of one slug', (bytes) => articles(bytes, () => 'slug: one')),
  pattern('articles of one moment', (bytes) => articles(bytes, () => 'updated: 2026-01-02')),
  pattern('articles of one text', (bytes) => articles(bytes, () => '')),
  pattern('translations of one article', (bytes) => articles(bytes, () => 'translationKey: one')),
  pattern('articles in one language that is told', (bytes) => articles(bytes, () => 'language: it')),
  pattern('articles that expire', (bytes) => articles(bytes, () => 'expires: 2026-02-01')),
  pattern('drafts', (bytes) => articles(bytes, () => 'draft: true')),
  pattern('articles that are all wrong', (bytes) => articles(bytes, () => 'title: []')),
  pattern('articles with an unknown key', (bytes) => articles(bytes, () => 'titel: a')),
  pattern('articles that are all renamed', async (bytes) => {
    const [old, renamed] = [
      articles(bytes, (number) => `title: O${number}`),
      articles(bytes, (number) => `title: N${number}`),
    ]
    return [
      await ledgerOf(old),
      ...renamed.map(({ path, bytes: content }) => ({ path: `new/${path}`, bytes: content })),
    ]
  }),
  pattern('code of brackets', (bytes) => coded(fill(bytes, '["a" + '))),
  pattern('code of spaces', (bytes) => coded(`require${' '.repeat(bytes)}`)),
  pattern('code of names', (bytes) => coded(fill(bytes, 'a.b '))),
  pattern('code of comments', (bytes) => coded(fill(bytes, '/* a\n'))),
  pattern('articles that become drafts', async (bytes) => [
    await ledgerOf(articles(bytes, (number) => `title: T${number}`)),
    ...articles(bytes, (number) => `title: T${number}\ndraft: true`),
  ]),
  pattern('articles that are withdrawn', async (bytes) => [
    await ledgerOf(articles(bytes, (number) => `title: T${number}`)),
    ...articles(ARTICLE, () => 'title: T0'),
  ]),
  ...LEFT_OUT.map(([path, before, line, after]) =>
    pattern(`patterns of ${path} that mean no article`, (bytes) => [
      aSeed(path, `${before}${fill(bytes / 2, line)}${after}`),
      ...articles(bytes / 2, (number) => `title: T${number}`),
    ]),
  ),
  pattern('a name of letters', (bytes) => named(`${'a'.repeat(bytes)}.md`)),
  pattern('a name of dots', (bytes) => named(`${'.a'.repeat(bytes / 2)}.md`)),
  pattern('a name of hyphens', (bytes) => named(`a${'-'.repeat(bytes)}b.md`)),
  pattern('a name of folders', (bytes) => named(`${'a/'.repeat(bytes / 2)}b.md`)),
  pattern('a name of indexes', (bytes) => named(`${'index.a/'.repeat(bytes / 8)}index.md`)),
  pattern('a name of spaces', (bytes) => named(`a${' '.repeat(bytes)}b.md`)),
  pattern('a name of digits', (bytes) => named(`2026-01-01-${'1'.repeat(bytes)}.md`)),
  pattern('references to many articles', (bytes) => [
    ...articles(bytes / 2, (number) => `title: T${number}`),
    aSeed(
      'x.md',
      `---\ndate: 2026-01-01\n---\n${fillNumbered(bytes / 2, (number) => `[a](${number % 50}.md) `)}`,
    ),
  ]),
]
