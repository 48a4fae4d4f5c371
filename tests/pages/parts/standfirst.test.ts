import { describe, expect, it } from 'vitest'
import { standfirst } from '../../../src/pages/parts/article-header.ts'
import { anArticle } from '../../support/an-article.ts'

const TEXT =
  'La neve arriva presto. Ne sono caduti trenta centimetri!\n\nGli impianti aprono\ncon due settimane di anticipo.'

describe('standfirst', () => {
  it.each([
    'La neve arriva presto.',
    'La neve arriva presto. Gli impianti aprono con due settimane di anticipo.',
    'Gli impianti aprono con due settimane…',
    '',
  ])('is not %j, which the article says itself', (summary) => {
    expect(standfirst(anArticle({ summary, text: TEXT }))).toBeUndefined()
  })

  it.each(['Trenta centimetri in una notte.', 'La neve arriva presto. E resta.'])(
    'is %j, which it does not',
    (summary) => {
      expect(standfirst(anArticle({ summary, text: TEXT }))).toBe(summary)
    },
  )
})
