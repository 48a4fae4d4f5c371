import { describe, expect, it } from 'vitest'
import { BODY_FORMATS, type BodyFormat, bodyFormatOf } from '../../../src/content/article/body-formats.ts'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import { aSeed } from '../../support/a-seed.ts'
import { anApp, BUILT_AT } from '../../support/an-app.ts'
import { sha256 } from '../../support/sha256.ts'

const SITE = aSeed('site.yaml', 'url: https://news.site\nlanguage: en\n')

/** One line is one paragraph, and a line after `#` is the title. */
const GEMTEXT: BodyFormat = {
  name: 'Gemtext',
  extensions: ['gmi'],
  beginsWithDate: true,
  markup: 'none',
  parse: (text) => {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('date '))
    const title = lines
      .find((line) => line.startsWith('#'))
      ?.slice(1)
      .trim()
    const rest = lines.filter((line) => !line.startsWith('#'))
    const html = rest.map((line) => `<p>${line}</p>`).join('\n')
    return { html, headingIsTitle: false, titleIsInferred: false, ...(title !== undefined && { title }) }
  },
}

const FORMATS = [...BODY_FORMATS, GEMTEXT]
const BEES = 'The bees on the roof of the city hall have had a good year, says the keeper.'

function read(path: string, text: string) {
  const options = { at: BUILT_AT, digest: sha256, formats: FORMATS }
  return parsePublication({ seeds: [SITE, aSeed(path, text)] }, options)
}

describe('BODY_FORMATS', () => {
  it('has each extension once, in lower case', () => {
    const extensions = BODY_FORMATS.flatMap((format) => format.extensions)
    expect(extensions).toEqual([...new Set(extensions)])
    expect(extensions.map((extension) => extension.toLowerCase())).toEqual(extensions)
  })

  it.each(BODY_FORMATS)('reads an empty body as $name', ({ parse }) => {
    expect(parse('', { detectLanguage: () => undefined }).html.trim()).toBe('')
  })

  it('needs one row more for one format more, which then reaches the bytes', async () => {
    const { publication, problems } = await read('2025-12-01-bees.gmi', `# Bees\n${BEES}\n`)
    expect(problems).toEqual([])
    if (publication === undefined) throw new Error('Nothing is published')
    const { app } = await anApp(publication)
    const page = await (await app.request('/articles/bees')).text()
    const feed = await (await app.request('/feed.rss')).text()
    expect(page).toContain(`<p>${BEES}</p>`)
    expect(page).toContain('<title>Bees')
    expect(feed).toContain('<title>Bees</title>')
  })

  it('lets the row tell whether the line of the date is a part of the words', async () => {
    const [one, other] = await Promise.all(
      ['2025-12-01', '2025-12-02'].map((date) =>
        read('2025-12-01-bees.gmi', `date ${date}\n# Bees\n${BEES}\n`),
      ),
    )
    const digests = [one, other].map((each) => each?.ledger?.after.entries[0]?.digest)
    expect(digests[0]).toBeDefined()
    expect(digests[0]).toBe(digests[1])
  })

  it('tells where to write the date of each notation', async () => {
    const { problems } = await read('bees.gmi', `# Bees\n${BEES}\n`)
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Begin the text with date 2026-02-28'),
    )
  })
})

describe('bodyFormatOf()', () => {
  it.each(['a.MD', 'a/b.markdown', 'a.Html', 'a.htm', 'a.txt'])('finds a parser for %s', (path) => {
    expect(
      bodyFormatOf(path, BODY_FORMATS).parse('One.', { detectLanguage: () => undefined }).html,
    ).toContain('One.')
  })

  it.each(['md', 'a.mdx', 'a.md/b', 'a'])('throws for %s', (path) => {
    expect(() => bodyFormatOf(path, BODY_FORMATS)).toThrow(path)
  })
})
