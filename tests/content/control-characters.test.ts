import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { mapControls } from '../../src/content/source/control-characters.ts'
import { aSeed } from '../support/a-seed.ts'
import { answersOf } from '../support/bundle-texts.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const CONTROL = /[\x7F-\x9F]/
const CODES = Array.from({ length: 33 }, (_, index) => 0x7f + index)
const spell = (write: (code: number) => string) => CODES.map((code) => `q${write(code)}q`).join('')

const RAW = spell(String.fromCharCode)
const ESCAPED = spell((code) => `\\x${code.toString(16)}`)
const DECIMAL = spell((code) => `&#${code};`)
const HEXADECIMAL = spell((code) => `&#x00${code.toString(16)};`)

/** What browsers read for each, by their own decoder; it leaves those that stand for nothing. */
const MEANT = spell((code) =>
  new TextDecoder('windows-1252').decode(Uint8Array.of(code)).replace(/[\x7F-\x9F]/, ''),
)

const BODY = 'The ferry is late again.'
const markdown = (settings: string, body = BODY) =>
  aSeed('a.md', `---\ntitle: A\ndate: 2026-01-01\n${settings}\n---\n${body}\n`)

describe('a control character of windows-1252', () => {
  it('is what browsers take it for', () => {
    expect(mapControls(RAW)).toBe(MEANT)
  })

  it.each([
    ['title', aSeed('a.md', `---\ntitle: ${RAW}\ndate: 2026-01-01\n---\n${BODY}\n`)],
    ['title, escaped', aSeed('a.md', `---\ntitle: "${ESCAPED}"\ndate: 2026-01-01\n---\n${BODY}\n`)],
    ['title of JSON', aSeed('a.md', `{"title": "${RAW}", "date": "2026-01-01"}\n\n${BODY}\n`)],
    ['title of TOML', aSeed('a.md', `+++\ntitle = "${RAW.slice(3)}"\ndate = 2026-01-01\n+++\n${BODY}\n`)],
    ['heading', aSeed('a.md', `---\ndate: 2026-01-01\n---\n# ${RAW}\n\n${BODY}\n`)],
    ['summary', markdown(`summary: ${RAW}`)],
    ['tag', markdown(`tags: ["${RAW}"]`)],
    ['tag, escaped', markdown(`tags: ["${ESCAPED}"]`)],
    ['author', markdown(`author: ${RAW}`)],
    ['section', markdown(`section: ${RAW}`)],
    ['alt text of the image', markdown(`image: { url: https://a.test/a.jpg, alt: ${RAW} }`)],
    ['title of an enclosure', markdown(`enclosure: { url: https://a.test/a.mp3, length: 1, title: ${RAW} }`)],
    ['body', markdown('', RAW)],
    ['body, by number', markdown('', `So ${DECIMAL} then`)],
    ['body, by hexadecimal number', markdown('', `So ${HEXADECIMAL} then`)],
    ['alt text', markdown('', `![${RAW}](https://a.test/a.jpg)`)],
    ['alt text, by number', markdown('', `![${DECIMAL}](https://a.test/a.jpg)`)],
    ['link text', markdown('', `[${RAW}](https://a.test/)`)],
    ['link text, by number', markdown('', `[${DECIMAL}](https://a.test/)`)],
    ['title of a link', markdown('', `[a](https://a.test/ "${RAW}")`)],
    ['code', markdown('', `    ${RAW}`)],
    ['HTML', aSeed('a.html', `---\ntitle: A\ndate: 2026-01-01\n---\n<p>${RAW}</p>`)],
    ['HTML, by number', aSeed('a.html', `---\ntitle: A\ndate: 2026-01-01\n---\n<p>${DECIMAL}</p>`)],
    [
      'attribute',
      aSeed('a.html', `---\ntitle: A\ndate: 2026-01-01\n---\n<img src="https://a.test/" alt="${RAW}">`),
    ],
    ['raw text', aSeed('a.txt', `2026-01-01\n\n${BODY}\n\n${RAW} ${BODY}\n`)],
    ['title of a raw text', aSeed('a.txt', `2026-01-01\n\n${RAW}\n\n${BODY}\n`)],
    ['title of the site', anArticleSeed('a.md', 'A'), `title: ${RAW}`],
    ['description of the site', anArticleSeed('a.md', 'A'), `description: "${ESCAPED}"`],
    ['author of the site', anArticleSeed('a.md', 'A'), `author: ${RAW}`],
    ['copyright of the site', anArticleSeed('a.md', 'A'), `copyright: ${RAW}`],
  ])('is published as that in every form: %s', async (_where, seed, setting = '') => {
    const site = aSeed('site.yaml', `url: https://news.site\n${setting}\n`)
    const { publication, problems } = await parsePublication(
      { seeds: [site, seed] },
      { at: day(2), drafts: false, guarded: true, digest: sha256 },
    )
    if (publication === undefined) throw new Error(JSON.stringify(problems))
    const bundle = await publishInMemory(publication, { at: day(2) })
    const texts = answersOf([...bundle.packs, ...bundle.embedded])
    for (const { stem, form, text } of texts)
      expect([stem, form, CONTROL.test(text)]).toEqual([stem, form, false])
    const shown = JSON.stringify([publication.site, publication.articles])
    // TOML allows no U+007F, and cells of tables and titles are cut.
    expect(shown).toContain(MEANT.slice(2, 60))
    const told = problems.filter(({ message }) => message.startsWith('The control character'))
    const isWrittenAsItIs = CONTROL.test(setting + new TextDecoder().decode(seed.bytes))
    expect(told).toHaveLength(isWrittenAsItIs ? 1 : 0)
  })

  it('is told with its line, and with what is published', async () => {
    const { problems } = await publishFolder([markdown('', 'One.\n\nIt\u0092s late \u0096 again.')], {
      at: day(2),
    })
    expect(problems).toMatchObject([
      {
        ...{ severity: 'warning', path: 'a.md', line: 8, column: 3 },
        message:
          'The control character U+0092 is published as "’", which has this number in windows-1252. Write what is meant, here and where there are others.',
      },
    ])
  })

  it('is in the name of a file or a folder what it is in a text', async () => {
    const path = 'on\u0096bees/it\u0092s.md'
    const parsed = await publishFolder([aSeed(path, `---\ndate: 2026-01-01\n---\n${BODY}\n`)], { at: day(2) })
    expect(articleAt(parsed, path)).toMatchObject({ title: 'It’s', section: 'on–bees' })
  })

  it('has no part in the digest of an article, which readers do not see as updated', async () => {
    const seed = aSeed(
      'a.md',
      '---\ntitle: "It\u0092s \\x96 late"\ndate: 2026-01-01\ntags: [a\u0085b]\n---\nThe ferry is late again \u0096 nobody minds.\n',
    )
    const { ledger } = await publishFolder([seed], { at: day(2) })
    // As all versions before made it.
    expect(ledger?.after.entries).toMatchObject([{ digest: '2ec00b562b357f829e9db16d26fc4f51' }])
  })
})
