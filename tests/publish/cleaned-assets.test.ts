import { describe, expect, it } from 'vitest'
import { cleanFile } from '../../src/content/assets/clean-file.ts'
import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import { anArticleSeed, articleAt, day, publishFolder } from '../content/a-folder.ts'
import { aPhoto, findPrivate, PHOTOS } from '../support/a-photo.ts'
import { aSeed } from '../support/a-seed.ts'
import { anApp } from '../support/an-app.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'

const AT = day(2)
const PHOTO = aSeed('photo.jpg', aPhoto('baseline.jpg'))

const addressOf = (bytes: Uint8Array, form: string) => `/media/${sha256(bytes).slice(0, 32)}.${form}`
const cleaned = (bytes: Uint8Array, form: string) => cleanFile(bytes, form) ?? new Uint8Array()

const FORMER = addressOf(PHOTO.bytes, 'jpg')
const CLEANED = cleaned(PHOTO.bytes, 'jpg')
const NOW = addressOf(CLEANED, 'jpg')

async function serve({ publication, problems }: ParsedPublication, now = AT) {
  if (publication === undefined) throw new Error(JSON.stringify(problems))
  return (await anApp(publication, () => now)).app
}

/** What was left in the folder by the version before this, which published files as they were. */
const LEDGER_BEFORE = `["strillone-ledger-1"
,{"authority":"news.site","year":2026,"url":"https://news.site","title":"News","language":"en","changed":"2026-01-02T12:00:00.000Z","site":"5e49e839005a50c7"}
,{"kind":"language","slug":"en","name":"en"}
,{"id":"tag:news.site,2026:walk","slug":"a-walk","path":"walk.md","published":"2026-01-01T12:00:00.000Z","number":1,"digest":"81926898d8eb8601228a8b5ac0ba792a","updated":"2026-01-01T12:00:00.000Z","changed":"2026-01-02T12:00:00.000Z"}
]
`

describe('publish()', () => {
  const folder = [
    PHOTO,
    anArticleSeed('walk.md', 'A walk', 'One.\n\n![](photo.jpg)', 'enclosures: photo.jpg'),
  ]

  it('gives a cleaned file under the hash of what it is now, which is what feeds and pages call it', async () => {
    const published = await publishFolder(folder, { at: AT })
    const [enclosure] = articleAt(published, 'walk.md').enclosures
    expect(enclosure).toEqual({ url: `https://news.site${NOW}`, type: 'image/jpeg', length: CLEANED.length })
    const app = await serve(published)
    const answer = await app.request(NOW)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(CLEANED)
    for (const path of [
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/articles/a-walk',
      '/articles/a-walk.json',
    ]) {
      const text = await (await app.request(path)).text()
      expect([path, text.includes(NOW), text.includes(FORMER)]).toEqual([path, true, false])
    }
  })

  it.each(['GET', 'HEAD'])('leads a %s from where the file was before to where it is now', async (method) => {
    const answer = await (await serve(await publishFolder(folder, { at: AT }))).request(FORMER, { method })
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, `https://news.site${NOW}`])
  })

  it('has nothing private in any byte of the bundle', async () => {
    const files = PHOTOS.map(([name]) => aSeed(name, aPhoto(name)))
    const shown = PHOTOS.map(([name]) => `![](${name})`).join('\n')
    const { publication } = await publishFolder(
      [...files, anArticleSeed('all.md', 'All', shown, 'enclosures: film.mp4')],
      { at: AT },
    )
    if (publication === undefined) throw new Error('Nothing is published')
    expect(publication.assets).toHaveLength(PHOTOS.length)
    const { release, packs, embedded } = await publishInMemory(publication, { at: AT })
    const bytes = [release, ...[...packs, ...embedded].map((pack) => pack.bytes)]
    expect(bytes.map(findPrivate)).toEqual(bytes.map(() => undefined))
  })

  it('leads from a file to where it is now from the moment on at which an article shows it', async () => {
    const later = [PHOTO, anArticleSeed('walk.md', 'A walk', '![](photo.jpg)', 'date: 2026-01-09T12:00:00Z')]
    const published = await publishFolder(later, { at: AT })
    const statuses = async (now: typeof AT) =>
      Promise.all(
        [FORMER, NOW].map(async (path) => (await (await serve(published, now)).request(path)).status),
      )
    expect(await statuses(day(8))).toEqual([404, 404])
    expect(await statuses(day(9))).toEqual([301, 200])
  })

  it('leads from each of two files that are the same once they are cleaned', async () => {
    const other = aSeed('other.jpg', Uint8Array.from([...PHOTO.bytes, 1, 2, 3]))
    const article = anArticleSeed('walk.md', 'A walk', '![](photo.jpg) ![](other.jpg)')
    const app = await serve(await publishFolder([PHOTO, other, article], { at: AT }))
    for (const former of [FORMER, addressOf(other.bytes, 'jpg')])
      expect((await app.request(former)).headers.get('Location')).toBe(`https://news.site${NOW}`)
  })

  it('leaves a file that says nothing where it was', async () => {
    const plain = aSeed('plain.jpg', aPhoto('plain/baseline.jpg'))
    const published = await publishFolder([plain, anArticleSeed('a.md', 'A', '![](plain.jpg)')], { at: AT })
    expect(published.publication?.assets[0]).toMatchObject({ bytes: plain.bytes, formerStems: [] })
    expect((await (await serve(published)).request(addressOf(plain.bytes, 'jpg'))).status).toBe(200)
  })

  it('makes no article updated and no feed changed by what it takes out', async () => {
    const site = 'https://news.site\ntitle: News\nlanguage: en\nicon: photo.jpg\nimage: photo.jpg'
    const seeds = [PHOTO, anArticleSeed('walk.md', 'A walk', 'One.\n\n![](photo.jpg)')]
    const { ledger } = await publishFolder(seeds, { at: day(5), url: site, before: LEDGER_BEFORE })
    expect(ledger && renderLedger(ledger.after)).toBe(LEDGER_BEFORE)
  })

  it('publishes nothing where a picture cannot be cleaned', async () => {
    const siteContext = [0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0]
    const cut = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, 0, ...siteContext, 0xff, 0xe1, 9, 9, 9])
    const seeds = [aSeed('photo.jpg', cut), anArticleSeed('walk.md', 'A walk', '![](photo.jpg)')]
    const { publication, problems } = await publishFolder(seeds, { at: AT })
    expect(publication).toBeUndefined()
    expect(problems).toMatchObject([
      {
        severity: 'error',
        path: 'photo.jpg',
        message:
          'The JPG file is damaged, so what it may tell of where and by whom it was taken cannot be taken out. Open it, and save it again.',
      },
    ])
  })
})
