import { describe, expect, it } from 'vitest'
import { FolderSeries } from '../support/folder-series.ts'

const DAY = 86_400_000

function setSlug(series: FolderSeries, path: string, slug: string): void {
  series.edit(path, (text) => text.replace(/slug: .*/, `slug: ${slug}`))
}

/** What the address `one` answers, and where it leads. */
async function answerOfOne(series: FolderSeries): Promise<string> {
  const { status, headers } = await series.get('/articles/one')
  return `${status} ${headers.get('Location')?.split('/').at(-1) ?? ''}`.trim()
}

/** A had the address `one` and has left it to B, which is to be shown on 10 March. */
async function aSeries(): Promise<FolderSeries> {
  const series = new FolderSeries('2026-03-01T12:00:00Z')
  series.write('a.md', ['title: A', 'date: 2026-02-01', 'slug: one'], 'Words of a.')
  series.write('b.md', ['title: B', 'date: 2026-03-10', 'slug: bee'], 'Words of b.')
  expect(await series.publish()).toEqual([])
  series.now += DAY
  setSlug(series, 'a.md', 'two')
  expect(await series.publish()).toEqual([])
  series.now += DAY
  setSlug(series, 'b.md', 'one')
  expect((await series.publish()).map(({ path }) => path)).toEqual(['b.md'])
  await series.publish({ accept: true })
  return series
}

describe('an address that passes from one article to one that is still to come', () => {
  it('leads to the first until the other is shown', async () => {
    const series = await aSeries()
    expect(await answerOfOne(series)).toBe('301 two')
    series.now = Date.parse('2026-03-10T11:59:59Z')
    expect(await answerOfOne(series)).toBe('301 two')
    series.now = Date.parse('2026-03-10T12:00:00Z')
    expect(await answerOfOne(series)).toBe('200')
  })

  it.each([
    ['without a build in between', false],
    ['with one', true],
  ])('leads on with the other when that is renamed, %s', async (_when, isBuilt) => {
    const series = await aSeries()
    series.now = Date.parse('2026-03-11T12:00:00Z')
    if (isBuilt) expect(await series.publish()).toEqual([])
    series.now += DAY
    setSlug(series, 'b.md', 'bee2')
    expect(await series.publish()).toEqual([])
    expect(await answerOfOne(series)).toBe('301 bee2')
  })

  it('is gone with the other', async () => {
    const series = await aSeries()
    series.now = Date.parse('2026-03-11T12:00:00Z')
    series.seeds.delete('b.md')
    expect(await series.publish()).toEqual([])
    expect(await answerOfOne(series)).toBe('410')
  })

  it('is answered by the first again when the other is taken away before it is shown', async () => {
    const series = await aSeries()
    series.now += DAY
    series.seeds.delete('b.md')
    expect(await series.publish()).toEqual([])
    expect(await answerOfOne(series)).toBe('301 two')
  })

  it('leads to the other while the first is withdrawn, from its moment on', async () => {
    const series = await aSeries()
    series.now += DAY
    series.seeds.delete('a.md')
    expect(await series.publish()).toEqual([])
    expect(await answerOfOne(series)).toBe('410')
    series.now = Date.parse('2026-03-10T12:00:00Z')
    expect(await answerOfOne(series)).toBe('200')
  })
})
