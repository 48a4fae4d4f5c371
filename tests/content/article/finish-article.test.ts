import { expect, it } from 'vitest'
import { anArticleSeed, articleAt, day, publishFolder } from '../a-folder.ts'

it('names each author and each tag once, whatever their case', async () => {
  const seed = anArticleSeed('a.md', 'A', 'One.', 'authors: [Ann, Bo, ann, Ann]', 'tags: [Bees, bees]')
  const { authors, tags } = articleAt(await publishFolder([seed], { at: day(2) }), 'a.md')
  expect([authors, tags]).toEqual([[{ name: 'Ann' }, { name: 'Bo' }], ['Bees']])
})
