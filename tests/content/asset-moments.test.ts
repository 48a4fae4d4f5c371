import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aGif } from '../support/a-picture.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'
import { anArticleSeed, day, publishFolder } from './a-folder.ts'

const PICTURE = aSeed('p.gif', aGif(4, 4))
const on = (number: number) => `date: 2026-01-${String(number).padStart(2, '0')}T12:00:00Z`

/** From when on each picture may be fetched. */
const moments = async (...seeds: readonly Seed[]) =>
  (await publishFolder([PICTURE, ...seeds], { at: day(2) })).publication?.assets.map(({ from }) => from)

describe('parsePublication()', () => {
  it('lets a picture be fetched from the moment on at which the first article shows it', async () => {
    const [later, sooner] = [
      anArticleSeed('a.md', 'A', '![](p.gif)', on(9)),
      anArticleSeed('b.md', 'B', '', 'image: p.gif', on(7)),
    ]
    expect(await moments(later)).toEqual([day(9)])
    expect(await moments(later, sooner)).toEqual([day(7)])
  })

  it('lets a picture be fetched under all its names from the first moment on', async () => {
    const copy = aSeed('q.gif', PICTURE.bytes)
    const seeds = [
      anArticleSeed('a.md', 'A', '![](p.gif)', on(9)),
      anArticleSeed('b.md', 'B', '![](q.gif)', on(7)),
    ]
    expect(await moments(copy, ...seeds)).toEqual([day(7)])
  })

  it('lets a picture be fetched as before where the article that was shown is dated ahead', async () => {
    const dated = (date: string) => [
      PICTURE,
      anArticleSeed('a.md', 'A', '![](p.gif)', date),
      aSeed('q.gif', aGif(5, 5)),
      anArticleSeed('b.md', 'B', '', 'image: q.gif', date),
    ]
    const before = await publishFolder(dated(on(1)), { at: day(2) })
    const { publication } = await publishFolder(dated(on(9)), { at: day(3), before })
    expect(publication?.assets.map(({ from }) => from)).toEqual([day(1), day(1)])
  })

  it('lets the pictures of the site be fetched at any moment', async () => {
    const site = aSeed('site.yaml', 'url: https://news.site\nicon: p.gif\n')
    const seeds = [site, PICTURE, anArticleSeed('a.md', 'A', '![](p.gif)', on(9))]
    const { publication } = await parsePublication({ seeds }, { at: day(2), digest: sha256 })
    expect(publication?.assets.map(({ from }) => from)).toEqual([0])
  })
})
