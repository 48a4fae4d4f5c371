import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { cleanFile } from '../src/content/assets/clean-file.ts'
import { parsePublication } from '../src/content/publication/parse-publication.ts'
import { BODY_NOTATIONS } from '../src/content/source/body-extensions.ts'
import { type SeedKind, seedKind } from '../src/content/source/seed-kind.ts'
import { instant } from '../src/model/instant.ts'
import { aSeed } from './support/a-seed.ts'
import { codeIn, tableUnder } from './support/markdown-table.ts'
import { sha256 } from './support/sha256.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../docs/writing.md'), 'utf8')
const FILES = tableUnder(PAGE, '| file | is |')
const KEPT_BACK = tableUnder(PAGE, '| key | keeps back | of |')
const STOPS = tableUnder(PAGE, '| found | for example |')
const CLEANED = tableUnder(PAGE, '| file | loses | keeps |')

/** What the folder is when it is read. */
const AT = instant(Date.UTC(2026, 5, 1))

/** How a row of the table of files begins for each kind of file. */
const KINDS: Readonly<Record<SeedKind, RegExp>> = {
  article: /^an article in /,
  image: /^a picture\./,
  media: /^sound, film or PDF\./,
  settings: /^the settings of the site/,
  misnamed: /^refused, with its right name/,
  ledger: /^\[what subscribers have\]/,
  defaults: /^settings for the articles below/,
  hidden: /^left alone$/,
  other: /^anything else/,
}

/** A folder of one article with a line in its front matter. */
function parseWith(line: string) {
  const [, key = '', value = ''] = /^([\w.]+): (.*)$/.exec(line) ?? []
  // A dot leads into a map.
  const [inner = '', outer] = key.split('.').reverse()
  const written = outer === undefined ? line : `${outer}: { ${inner}: ${value} }`
  const own = ['title', 'date'].filter((name) => name !== key)
  const lines = own.map((name) =>
    name === 'title' ? stringify({ title: 'Bees' }).trim() : 'date: 2026-01-02',
  )
  const article = aSeed('a.md', `---\n${[...lines, written].join('\n')}\n---\nThe text.\n`)
  const other = aSeed('b.md', '---\ntitle: Other\ndate: 2026-01-01\n---\nAnother text.\n')
  const site = aSeed('site.yaml', 'url: https://news.site\n')
  return parsePublication({ seeds: [site, article, other] }, { at: AT, digest: sha256 })
}

describe('the table of files', () => {
  it.each(FILES)('holds for %s', (files, is = '') => {
    for (const name of codeIn(files)) {
      const path = /^\.[a-z0-9]+$/.test(name) ? `a${name}` : name
      expect(is, path).toMatch(KINDS[seedKind(path)])
    }
  })

  it('has every extension of an article', () => {
    const told = FILES.filter(([, is = '']) => KINDS.article.test(is)).flatMap(([files]) => codeIn(files))
    const read = BODY_NOTATIONS.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
    expect(told).toEqual(read)
  })
})

describe('the table of what is kept back', () => {
  const rows = KEPT_BACK.flatMap(([keys, keeps = '']) => codeIn(keys).map((key) => [key, keeps] as const))

  it.each(rows)('holds for %s, which keeps back %s', async (key, keeps) => {
    const { problems, publication } = await parseWith(key)
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([])
    const found = publication?.articles.find(({ title }) => title === 'Bees')
    expect(publication?.articles).not.toEqual([])
    expect(found?.inFeeds).toBe(keeps === 'the page' ? undefined : false)
  })
})

describe('the table of what stops a build', () => {
  it.each(STOPS.flatMap(([, examples]) => codeIn(examples)))('holds for %s', async (example) => {
    const { problems } = await parseWith(example)
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'stop', path: 'a.md' }))
  })
})

describe('the table of cleaned files', () => {
  const forms = CLEANED.flatMap(([files = '']) => files.split(', ').map((name) => name.toLowerCase()))

  it('names every kind that is cleaned, and no other', () => {
    // A film with a box of somebody's own. A cleaner takes that out, or finds no picture of its kind.
    const film = new TextEncoder().encode('\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x10uuidNear\0\0\0\0')
    const all = FILES.flatMap(([files]) => codeIn(files))
      .filter((name) => ['image', 'media'].includes(seedKind(`a${name}`)))
      .map((name) => name.slice(1))
      .filter((form) => form !== 'jpeg')
    const cleaned = all.filter((form) => cleanFile(film, form) !== film)
    expect(cleaned.toSorted()).toEqual(forms.map((form) => (form === 'jpeg' ? 'jpg' : form)).toSorted())
  })
})
