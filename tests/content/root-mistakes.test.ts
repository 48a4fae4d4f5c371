import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { instant } from '../../src/model/instant.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'

const AT = instant(Date.UTC(2026, 5, 1))
const SITE = 'url: https://news.site\ntitle: News\nlanguage: en\n'
const ARTICLE = '---\ntitle: Bees\ndate: 2026-01-01\n---\nThe text.\n'

/** What is told of a folder: severity, path, line, and the first words of the message. */
async function toldOf(...seeds: readonly Seed[]): Promise<readonly string[]> {
  const { problems } = await parsePublication({ seeds }, { at: AT, digest: sha256 })
  return problems.map(({ severity, path, line, message }) => `${severity} ${path}:${line} ${message}`)
}

describe('the name of the settings of the site', () => {
  const article = aSeed('a.md', ARTICLE)

  it('may end in .yml, and what is wrong is told of that file', async () => {
    const { publication } = await parsePublication(
      { seeds: [article, aSeed('site.yml', SITE)] },
      { at: AT, digest: sha256 },
    )
    expect(publication?.site).toMatchObject({ title: 'News', url: 'https://news.site' })
    expect(await toldOf(article, aSeed('site.yml', `${SITE}colour: red\n`))).toEqual([
      expect.stringMatching(/^warning site\.yml:4 There is no setting "colour"/),
    ])
  })

  it('is asked for where both endings are there', async () => {
    expect(await toldOf(article, aSeed('site.yml', SITE), aSeed('site.yaml', SITE))).toEqual([
      expect.stringMatching(/^error site\.yml:1 Both site\.yaml and site\.yml have settings/),
    ])
  })

  it.each([
    'Site.yaml',
    'SITE.YML',
    '_site.yaml',
    '_site.yml',
    'site.yaml.txt',
    'site.yml.txt',
    'site.yaml.md',
  ])('is told, and nothing that follows, where the only one is %s', async (name) => {
    expect(await toldOf(article, aSeed(name, SITE))).toEqual([
      expect.stringMatching(/^error \S+:1 .*only read from site\.yaml\. Rename this file to site\.yaml/),
    ])
  })

  it('is told of a second file, unless that is left alone on purpose', async () => {
    const site = aSeed('site.yaml', SITE)
    expect(await toldOf(article, site, aSeed('Site.yml', SITE))).toEqual([
      expect.stringMatching(/^warning Site\.yml:1 This is not read/),
    ])
    expect(await toldOf(article, site, aSeed('_site.yaml', SITE))).toEqual([])
  })

  it('leaves a text under such a name an article', async () => {
    expect(await toldOf(aSeed('site.yaml', SITE), aSeed('site.yaml.md', ARTICLE))).toEqual([])
  })
})

describe('what stands before front matter', () => {
  const LEADS = [
    '\n',
    '\n\n',
    ' ',
    '\t',
    ' \n ',
    '\ufeff\n',
    '<!-- lint off -->\n',
    '<!--\na\n-->\n\n',
    '\u200b',
  ]
  const MISTAKES = [
    'title: Bees: a story\ndate: 2026-01-01\n---\nText.',
    'title: Bees\ndate: soon\n---\nText.',
    'title: Bees\ndate: 2026-01-01\ndraf: true\n---\nText.',
    'title: Bees\ndate: 2026-01-01\n tags: x\n---\nText.',
    'title: Bees\ndate: 2026-01-01\ndraft: true\nText.',
    'title: Bees\ndate: 2026-01-01\ndraft: true\n---\nText.',
  ]

  it.each(MISTAKES)('changes nothing of what is told of %j but the line', async (rest) => {
    const site = aSeed('site.yaml', SITE)
    const [expected, ...others] = await toldOf(site, aSeed('a.md', `---\n${rest}\n`))
    expect(others).toEqual([])
    for (const lead of LEADS) {
      const moved = lead.split('\n').length - 1
      const told = await toldOf(site, aSeed('a.md', `${lead}---\n${rest}\n`))
      expect([lead, told]).toEqual([
        lead,
        expected === undefined
          ? []
          : [expected.replace(/:(\d+) /, (_, line: string) => `:${Number(line) + moved} `)],
      ])
    }
  })
})

describe('a file in an encoding that is not read', () => {
  const BROKEN =
    '---\ntitle: a: b\ndate: 2026-02-01\n x: y\nbad: [\n---\n![x](no.png) [y](none.md) <iframe></iframe>\n<script></script>\n'
  const WHOLE = `${ARTICLE}\n![x](no.png) [y](none.md) <iframe></iframe>\n`

  it.each([BROKEN, WHOLE])('gives one message, whatever else seems to be wrong with %j', async (text) => {
    for (const path of ['a.md', 'a.html', 'a.txt', 'site.yaml']) {
      const site = path === 'site.yaml' ? [] : [aSeed('site.yaml', SITE)]
      const bytes = Buffer.from(text, 'utf16le')
      expect(await toldOf({ path, bytes }, ...site)).toEqual([
        `error ${path}:1 This is UTF-16 without a byte order mark. Save the file as UTF-8.`,
      ])
      expect(await toldOf({ path, bytes: bytes.swap16() }, ...site)).toHaveLength(1)
    }
  })
})
