import { expect, it } from 'vitest'
import { anArticleSeed, articleAt, day, publishFolder } from '../a-folder.ts'

it('names each author and each tag once, whatever their case', async () => {
  const seed = anArticleSeed('a.md', 'A', 'One.', 'authors: [Ann, Bo, ann, Ann]', 'tags: [Bees, bees]')
  const { authors, tags } = articleAt(await publishFolder([seed], { at: day(2) }), 'a.md')
  expect([authors, tags]).toEqual([[{ name: 'Ann' }, { name: 'Bo' }], ['Bees']])
})

it('publishes a title of Word once, and beside another title as a heading', async () => {
  const word = '<p class=MsoTitle>A</p><h1>B</h1><p>One.</p>'
  const seeds = ['A', 'C'].map((title) => anArticleSeed(`${title}.html`, title, word))
  const published = await publishFolder(seeds, { at: day(2) })
  expect(articleAt(published, 'A.html').html).toBe('<h2>B</h2><p>One.</p>')
  expect(articleAt(published, 'C.html').html).toBe('<h2>A</h2><h2>B</h2><p>One.</p>')
})
