import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MOST_OPEN } from '../../src/content/html/bounded-parser.ts'
import { renderMarkdownForm } from '../../src/content/html/html-markdown.ts'
import { renderText } from '../../src/content/html/html-text.ts'
import { DEEPEST_MARKS, parseHtml } from '../../src/content/html/html-tree.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import * as bounds from '../../src/content/source/bounds.ts'
import * as sizes from '../../src/content/source/seed-size.ts'
import { boundMarks, MOST_MARKS } from '../../src/model/bound-marks.ts'
import { instant } from '../../src/model/instant.ts'
import type { Problem } from '../../src/model/problem.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { codeIn, tableUnder } from '../support/markdown-table.ts'
import { sha256 } from '../support/sha256.ts'

const AT = instant(Date.UTC(2026, 5, 1))

async function problemsOf(...seeds: Seed[]): Promise<readonly Problem[]> {
  const site = aSeed('site.yaml', 'url: https://news.site\n')
  const all = seeds.some(({ path }) => path === 'site.yaml') ? seeds : [site, ...seeds]
  return (await parsePublication({ seeds: all }, { at: AT, digest: sha256 })).problems
}

/** An article with these lines of front matter. */
function anArticle(settings: string, body = 'One.'): Seed {
  return aSeed('a.md', `---\ndate: 2026-01-01\n${settings}\n---\n${body}\n`)
}

const list = (length: number, item: (index: number) => string): string =>
  `[${Array.from({ length }, (_, index) => item(index)).join(', ')}]`

const LEFT_OUT = '---\nfeed: false\n---\n'
const SITE = 'url: https://news.site\n'

/** Each bound with the largest thing that it lets pass, the smallest that it does not, and what is told of that. */
const SIDES: readonly {
  readonly bound: string
  readonly of: (number: number) => Seed
  readonly most: number
  readonly told: RegExp
}[] = [
  {
    bound: 'MOST_TEXT_BYTES',
    of: (bytes) => aSeed('2026-01-01-a.txt', LEFT_OUT + 'a'.repeat(bytes - LEFT_OUT.length)),
    most: sizes.MOST_TEXT_BYTES,
    told: /^The file has 2000001 bytes; at most 2000000 are read\. Part it/,
  },
  {
    bound: 'MOST_SITE_BYTES',
    of: (bytes) => aSeed('site.yaml', SITE + '#'.repeat(bytes - SITE.length)),
    most: sizes.MOST_SITE_BYTES,
    told: /^The file has 64001 bytes; at most 64000 are read\. Keep the settings/,
  },
  {
    bound: 'MOST_SETTINGS_CHARACTERS',
    of: (characters) => {
      const date = 'date: 2026-01-01\n#'
      return aSeed('a.md', `---\n${date}${'#'.repeat(characters - date.length)}\n---\nOne.`)
    },
    most: bounds.MOST_SETTINGS_CHARACTERS,
    told: /^The settings have 64001 characters; at most 64000 are read\. Write what is text below/,
  },
  {
    bound: 'MOST_SETTINGS_SIGNS',
    // The line of the date has the first two.
    of: (signs) => anArticle(`#${' ,'.repeat(signs - 2)}`),
    most: bounds.MOST_SETTINGS_SIGNS,
    told: /^The settings have 4001 lines, keys, list items and brackets; at most 4000 are read/,
  },
  {
    bound: 'MOST_TAGS',
    of: (number) => anArticle(`tags: ${list(number, (index) => `t${index}`)}`),
    most: bounds.MOST_TAGS,
    told: /^Cannot read "tags": found a list, expected at most 200 tags/,
  },
  {
    bound: 'MOST_AUTHORS',
    of: (number) => anArticle(`authors: ${list(number, (index) => `A ${index}`)}`),
    most: bounds.MOST_AUTHORS,
    told: /^Cannot read "authors": found a list, expected at most 200 authors/,
  },
  {
    bound: 'MOST_ENCLOSURES',
    of: (number) =>
      anArticle(
        `enclosures:\n${Array.from({ length: number }, (_, index) => `- { url: https://a/${index}.mp3, length: 1 }`).join('\n')}`,
      ),
    most: bounds.MOST_ENCLOSURES,
    told: /^Cannot read "enclosures": found a list, expected at most 200 files/,
  },
  {
    bound: 'MOST_HUBS',
    of: (number) => aSeed('site.yaml', `${SITE}hubs: ${list(number, (index) => `https://hub/${index}`)}\n`),
    most: bounds.MOST_HUBS,
    told: /^Cannot read "hubs": found a list, expected at most 20 hubs/,
  },
]

describe('the bounds of content', () => {
  it.each(SIDES)('let $bound pass and nothing more', async ({ of, most, told }) => {
    expect(await problemsOf(of(most))).toEqual([])
    const [problem, ...others] = await problemsOf(of(most + 1))
    expect(others).toEqual([])
    expect(problem).toMatchObject({ severity: 'error', line: expect.any(Number) })
    expect(problem?.message).toMatch(told)
  })

  it('tell the first findings of an article, and how many more there are', async () => {
    const links = (number: number): string =>
      Array.from({ length: number }, (_, index) => `[a](l${index}.md)`).join('\n')
    expect(await problemsOf(anArticle('', links(bounds.MOST_FINDINGS)))).toHaveLength(bounds.MOST_FINDINGS)
    const more = await problemsOf(anArticle('', links(bounds.MOST_FINDINGS + 7)))
    expect(more).toHaveLength(bounds.MOST_FINDINGS + 1)
    expect(more.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^7 more like these/))
    expect(more.every(({ severity }) => severity === 'stop')).toBe(true)
  })

  it('keep every element that is closed in its place, however many are open around it', () => {
    const nest = (depth: number): string => `${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}<i>y</i>`
    for (const depth of [MOST_OPEN - 1, MOST_OPEN, MOST_OPEN + 1, MOST_OPEN * 3]) {
      expect(parseHtml(nest(depth)).children.slice(1)).toEqual([
        { name: 'i', attributes: {}, children: ['y'] },
      ])
    }
  })

  it('mark so many quotes and lists within one another in Markdown and text, and leave the text of others', () => {
    const nest = (tag: string, depth: number): string => `${`<${tag}>`.repeat(depth)}x`
    const quote = (depth: number): string => renderMarkdownForm(parseHtml(nest('blockquote', depth)))
    expect(quote(DEEPEST_MARKS)).toBe(`${'> '.repeat(DEEPEST_MARKS)}x`)
    expect(quote(DEEPEST_MARKS + 5)).toBe(`${'> '.repeat(DEEPEST_MARKS)}x`)
    const list = (depth: number): string => renderText(parseHtml(nest('ul><li', depth)))
    expect(list(DEEPEST_MARKS)).toBe(`${'- '.repeat(DEEPEST_MARKS)}x`)
    expect(list(DEEPEST_MARKS + 5)).toBe(`${'- '.repeat(DEEPEST_MARKS)}x`)
  })

  it('part no run of marks that is not longer than the bound', () => {
    const marks = (number: number): string => `a${'\u0301'.repeat(number)}b`
    expect(boundMarks(marks(MOST_MARKS))).toBe(marks(MOST_MARKS))
    expect(boundMarks(marks(MOST_MARKS + 1))).toBe(`a${'\u0301'.repeat(MOST_MARKS)}\u034F\u0301b`)
  })
})

describe('docs/bounds.md', () => {
  it('has every bound with its number, and no other', () => {
    const page = readFileSync(new URL('../../docs/bounds.md', import.meta.url), 'utf8')
    const told = tableUnder(page, '| what | at most | beyond |').map(([name, number]) => [
      codeIn(name)[0],
      Number(number),
    ])
    const all = Object.entries({ ...bounds, ...sizes, DEEPEST_MARKS, MOST_OPEN, MOST_MARKS }).filter(
      ([, value]) => typeof value === 'number',
    )
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(all))
  })
})
