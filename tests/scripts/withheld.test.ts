import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import { instant } from '../../src/model/instant.ts'
import { plainLine } from '../../src/node/cli/print.ts'
import { renderProblem } from '../../src/node/cli/print-problems.ts'
import { renderDrafts } from '../../src/node/cli/render-summary.ts'
import { answersOf, type BundledText, bundleTexts } from '../support/bundle-texts.ts'
import { Newsroom } from '../support/newsroom.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'
import { type WithheldFolder, withheldFolder } from '../support/withheld-folder.ts'

const AT = instant(Date.UTC(2026, 10, 27))
const FOLDERS = Array.from({ length: 100 }, (_, number) => number)
/** What stands in an article, by the ends of its words. */
const PLACES = ['title', 'body', 'summary', 'author', 'tag', 'section', 'slug', 'alt', 'pixels', 'heading']

/** All that a publication consists of and says, as its answers and as everything else. */
async function publishAll({ seeds }: WithheldFolder) {
  const { publication, ledger, problems, ignored, drafts } = await parsePublication(
    { seeds, name: 'seeds' },
    { at: AT, digest: sha256 },
  )
  const log = problems.map((problem) => renderProblem(problem, 'seeds'))
  if (publication === undefined || ledger === undefined) throw new Error(log.join('\n'))
  const bundle = await publishInMemory(publication, { at: AT })
  const packs = [...bundle.embedded, ...bundle.packs]
  const raw = [bundle.release, ...packs.map(({ bytes }) => bytes)].map((bytes) =>
    Buffer.from(bytes).toString('utf8'),
  )
  const told = [...log, ...renderDrafts(drafts), ...ignored, renderLedger(ledger.after)].map(plainLine)
  const isStopped = problems.some(({ severity }) => severity !== 'warning')
  return { answers: answersOf(packs), raw, told, isStopped, count: publication.articles.length }
}

const isIn = (word: string) => (text: string) => text.toLowerCase().includes(word)

/** What subscribers get and what lists articles for them, by its address. */
function isFeed({ stem, form }: { readonly stem: string; readonly form: string }): boolean {
  return ['rss', 'atom', 'opml'].includes(form) || (form === 'json' && !stem.startsWith('/articles/'))
}

function addressesWith(answers: readonly BundledText[], word: string): readonly string[] {
  return answers
    .filter(({ stem, text }) => isIn(word)(stem + text))
    .map(({ stem, form }) => `${stem}.${form}`)
}

describe('a hundred folders', () => {
  it.each(FOLDERS)('hold nothing of what is kept back: %i', async (number) => {
    const folder = withheldFolder(number)
    const { answers, raw, told, isStopped, count } = await publishAll(folder)
    expect({ isStopped, count }).toEqual({ isStopped: false, count: 2 })
    for (const word of folder.pages) {
      expect(addressesWith(answers, word)).toEqual([])
      expect([...raw, ...told].some(isIn(word))).toBe(false)
    }
    for (const word of folder.entries) {
      // Lists name all that has a page, so feeds of its tags and author may be there: without it.
      const places = PLACES.filter((place) => !['author', 'tag', 'section'].includes(place))
      const feeds = answers.filter(isFeed).map(({ text }) => text)
      expect(places.filter((place) => feeds.some(isIn(word + place)))).toEqual([])
      expect(addressesWith(answers, word).some((stem) => stem.startsWith('/articles/'))).toBe(true)
    }
  })

  it.each(FOLDERS.filter((number) => number % 5 === 0))(
    'hold all of it without the wishes: %i',
    async (number) => {
      const folder = withheldFolder(number, false)
      const { answers, count } = await publishAll(folder)
      expect(count).toBe(7)
      const all = answers
        .map(({ text, stem }) => stem + text)
        .join('\n')
        .toLowerCase()
      for (const word of [...folder.pages, ...folder.entries]) {
        const missing = PLACES.filter((place) => !all.includes(word + place))
        // Raw text has neither headings nor pictures.
        expect(missing.filter((place) => !['alt', 'pixels', 'heading'].includes(place))).toEqual([])
      }
      expect(PLACES.filter((place) => !all.includes(place))).toEqual([])
    },
  )
})

describe('the commands', () => {
  it.each([7, 42, 77])(
    'say, write and remember nothing of what is kept back: %i',
    async (number) => {
      const room = new Newsroom()
      const folder = withheldFolder(number)
      for (const { path, bytes } of folder.seeds) room.write(path, bytes)
      const drafts = await room.build('2026-02-01', '--local', '--drafts')
      expect(drafts).toMatchObject({ status: 0 })
      expect(bundleTexts(room.out).some(isIn(`${folder.pages[0]}body`))).toBe(true)
      room.out = join(room.folder, 'published')
      const outcomes = [
        await room.build('2026-02-01'),
        await room.check('2026-02-01'),
        await room.ledgerCommand(),
        await room.build('2026-02-02'),
      ]
      expect(outcomes.filter(({ status }) => status !== 0)).toEqual([])
      const said = outcomes.flatMap(({ stdout, stderr }) => [stdout, stderr])
      const texts = [...bundleTexts(room.out), room.ledgerText, ...said]
      expect(texts.some(isIn(`ok${number}xbody`))).toBe(true)
      for (const word of folder.pages) expect(texts.some(isIn(word))).toBe(false)
    },
    60_000,
  )
})
