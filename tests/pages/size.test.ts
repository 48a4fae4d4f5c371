import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import { samplePages } from './sample-pages.ts'

const gzipped = (text: string) => gzipSync(text).length

it('a page with one article comes in less than 15 kB, its style included', () => {
  const { article, 'article-rtl': other } = samplePages()
  for (const page of [article, other])
    expect(gzipped(page?.text ?? '') + gzipped(STYLESHEET)).toBeLessThan(15_000)
})

it('the stylesheet comes in less than 4 kB', () => {
  expect(gzipped(STYLESHEET)).toBeLessThan(4000)
})
