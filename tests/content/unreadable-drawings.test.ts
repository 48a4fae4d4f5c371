import { describe, expect, it } from 'vitest'
import { aSeed } from '../support/a-seed.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const DAMAGED = [
  ['a page that says that there is none', '<!doctype html><title>404</title>'],
  ['nothing', ''],
  ['a picture of another kind of program', '%!PS-Adobe-3.0 EPSF-3.0'],
  ['half of a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="1"'],
] as const

describe('a drawing that is none', () => {
  it.each(DAMAGED)(
    'stops what leads to it, and keeps nothing that was published from it: %s',
    async (_, bytes) => {
      const seed = anArticleSeed('a.md', 'A', '![A map](map.svg)\n\nOne.', 'image: map.svg')
      const before = await publishFolder([seed], { at: day(2) })
      const after = await publishFolder([seed, aSeed('map.svg', bytes)], { at: day(3), before })
      expect(after.problems.map(({ severity, path, line }) => [severity, path, line])).toEqual([
        ['stop', 'a.md', 4],
        ['stop', 'a.md', 6],
        ['stop', 'map.svg', undefined],
      ])
      expect(articleAt(after, 'a.md')).toEqual(articleAt(before, 'a.md'))
      expect(after.ledger?.after).toEqual(before.ledger?.after)
      expect(after.publication?.assets).toEqual([])
    },
  )

  it('is passed over where nothing leads to it', async () => {
    const parsed = await publishFolder([anArticleSeed('a.md', 'A'), aSeed('map.svg', '404')], { at: day(2) })
    expect(parsed.problems).toEqual([])
    expect(parsed.ignored).toContain('map.svg')
  })
})
