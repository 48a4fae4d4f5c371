import { describe, expect, it } from 'vitest'
import { anArticleSeed, articleAt, day, publishFolder } from '../a-folder.ts'

const translated = (path: string, ...settings: readonly string[]) =>
  anArticleSeed(path, path, '1.', 'translationKey: bees', ...settings)

describe('findTranslationClashes()', () => {
  it('lets articles in different languages share a key', async () => {
    const published = await publishFolder([translated('a.md', 'lang: en'), translated('b.md', 'lang: it')], {
      at: day(2),
    })
    expect(published.problems).toEqual([])
    expect(articleAt(published, 'a.md').translationKey).toBe('bees')
  })

  it('warns of two in one language, at each of them', async () => {
    const seeds = [
      translated('a.md', 'lang: en'),
      translated('b.md', 'lang: en'),
      translated('c.md', 'lang: it'),
    ]
    const told = (other: string) =>
      `${other} has the translationKey "bees" and the same language. Write another key, or the language, in the front matter of one.`
    expect((await publishFolder(seeds, { at: day(2) })).problems).toMatchObject([
      { severity: 'warning', path: 'a.md', line: 4, column: 17, message: told('b.md') },
      { severity: 'warning', path: 'b.md', line: 4, column: 17, message: told('a.md') },
    ])
  })

  it('takes those of no known language for one', async () => {
    const { problems } = await publishFolder([translated('a.md'), translated('b.md')], { at: day(2) })
    expect(problems.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  })

  it('reads the key of Hugo, below params too', async () => {
    const seed = anArticleSeed('a.md', 'A', '1.', 'params: { translationKey: bees }')
    expect(articleAt(await publishFolder([seed], { at: day(2) }), 'a.md').translationKey).toBe('bees')
  })
})
