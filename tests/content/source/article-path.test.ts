import { describe, expect, it } from 'vitest'
import { articleName, joinPath, sectionOf, titleFromPath } from '../../../src/content/source/article-path.ts'

describe('articleName()', () => {
  it.each([
    ['a/b.md', 'a/b'],
    ['a/b/index.md', 'a/b'],
    ['a/index.en.md', 'a/index.en'],
    ['index.md', 'index'],
    ['a/v1.2.txt', 'a/v1.2'],
  ])('of %s is %s', (path, name) => {
    expect(articleName(path)).toBe(name)
  })
})

describe('sectionOf()', () => {
  it.each([
    ['a.md', undefined],
    ['news/a.md', 'news'],
    ['news/2025/a.md', 'news'],
    ['2025/news/a.md', 'news'],
    ['bees/index.md', undefined],
    ['news/bees/index.md', 'news'],
  ])('of %s is %s', (path, section) => {
    expect(sectionOf(path)).toBe(section)
  })
})

describe('titleFromPath()', () => {
  it.each([
    ['news/ .md', 'News'],
    ['\u0001.md', '.md'],
  ])('finds a title for %j', (path, title) => {
    expect(titleFromPath(path)).toBe(title)
  })

  it.each([
    ['a/2025-01-23-bees_on-the-roof.md', 'Bees on the roof'],
    ['a/2025-01-23/index.md', '2025-01-23'],
    ['èlite.md', 'Èlite'],
  ])('makes a title of %s', (path, title) => {
    expect(titleFromPath(path)).toBe(title)
  })
})

describe('joinPath()', () => {
  it.each([
    ['a/b', 'c.md', 'a/b/c.md'],
    ['a/b', '../c.md', 'a/c.md'],
    ['a/b', './../../c/', 'c'],
    ['', 'c.md', 'c.md'],
    ['a', '/c.md', 'c.md'],
    ['a', '../../c.md', undefined],
  ])('leads from %j by %j', (folder, reference, path) => {
    expect(joinPath(folder, reference)).toBe(path)
  })
})
