import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { Memory } from '../../src/model/memory.ts'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const MEGABYTE = 1_000_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function heapMegabytes(): number {
  collectGarbage()
  collectGarbage()
  return process.memoryUsage().heapUsed / MEGABYTE
}

describe('Memory', () => {
  it('makes what it knows once', () => {
    const memory = new Memory<object>({ most: 2, mostCharacters: 3 })
    const first = memory.recall('a', () => ({}))
    expect(memory.recall('a', () => ({}))).toBe(first)
  })

  it('remembers nothing of a key that is too long', () => {
    const memory = new Memory<object>({ most: 2, mostCharacters: 3 })
    const first = memory.recall('abcd', () => ({}))
    expect(memory.recall('abcd', () => ({}))).not.toBe(first)
  })

  it('forgets all when a key more comes', () => {
    const memory = new Memory<object>({ most: 2, mostCharacters: 3 })
    const first = memory.recall('a', () => ({}))
    for (const key of ['b', 'c']) memory.recall(key, () => ({}))
    expect(memory.recall('a', () => ({}))).not.toBe(first)
  })
})

describe('createApp()', () => {
  const articles = Array.from({ length: 200 }, (_, index) => aNumberedArticle(index))
  const paths = articles.map(({ slug }) => `/articles/${slug}`)

  it.each([
    ['Accept', (index: number) => `a${index}${','.repeat(120_000)}`],
    ['Accept', (index: number) => `a${index},`.repeat(20_000)],
    ['Accept', (index: number) => `${'a;q=0.1,'.repeat(31)}${index}`],
    ['Accept-Encoding', (index: number) => `a${index},`.repeat(20_000)],
    ['If-None-Match', (index: number) => `"a${index}",`.repeat(20_000)],
    ['A-IM', (index: number) => `feed, a${index},`.repeat(20_000)],
  ])('keeps little of 99 different headers of the name %s', async (name, make) => {
    const { app } = await anApp(aPublication(articles))
    const ask = async (index: number) => {
      await app.request('/feed', { headers: { 'If-None-Match': '"a"', [name]: make(index) } })
    }
    await ask(99)
    const before = heapMegabytes()
    for (let index = 0; index < 99; index++) await ask(index)
    expect(heapMegabytes() - before).toBeLessThan(4)
  })

  it('keeps nothing of the addresses under which it was asked', async () => {
    const { app } = await anApp(aPublication(articles))
    const ask = (path: string, query: string) => app.request(`${path}?${query}`)
    await ask('/feed', 'a')
    const before = heapMegabytes()
    for (const [index, path] of paths.entries()) await ask(path, `${index}${'a'.repeat(100_000)}`)
    expect(heapMegabytes() - before).toBeLessThan(4)
  })
})
