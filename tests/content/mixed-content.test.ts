import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const FILE = 'http://a.test/file.jpg'
const TOLD = `"${FILE}" is not encrypted, and browsers show no such file on https pages. Write https:// where its server has it, or put the file beside the article.`

describe('a file that is fetched without encryption', () => {
  it.each([
    ['image', [`image: ${FILE}`], 'One.', 4],
    ['image with its alt text', [`image: { url: "${FILE}", alt: A pier }`], 'One.', 4],
    ['enclosure', [`enclosure: { url: "${FILE}", length: 9 }`], 'One.', 4],
    [
      'second enclosure',
      ['enclosures:', '  - { url: "https://a.test/b.mp3", length: 9 }', `  - { url: "${FILE}", length: 9 }`],
      'One.',
      6,
    ],
    ['picture of the text', [], `![A pier](${FILE})`, 5],
    ['HTML of the text', [], `<img src="${FILE}" alt="A pier">`, 5],
  ])('is told as an %s of a site by https, and published', async (_where, settings, body, line) => {
    const seed = anArticleSeed('a.md', 'A', body, ...settings)
    const parsed = await publishFolder([seed], { at: day(2) })
    expect(parsed.problems).toMatchObject([{ severity: 'warning', path: 'a.md', line, message: TOLD }])
    expect(JSON.stringify(articleAt(parsed, 'a.md')) + JSON.stringify(parsed.publication)).toContain(FILE)
    const plain = await publishFolder([seed], { at: day(2), url: 'http://news.site' })
    expect(plain.problems.filter(({ message }) => message.includes('encrypted'))).toEqual([])
  })

  it.each(['icon', 'image'])('is told as the %s of the site', async (setting) => {
    const site = aSeed('site.yaml', `url: https://news.site\n${setting}: ${FILE}\n`)
    const { problems } = await parsePublication(
      { seeds: [site, anArticleSeed('a.md', 'A')] },
      { at: day(2), drafts: false, guarded: true, digest: sha256 },
    )
    expect(problems).toMatchObject([{ severity: 'warning', path: 'site.yaml', line: 2, message: TOLD }])
  })
})
