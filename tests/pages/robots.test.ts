import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderRobots } from '../../src/pages/robots.ts'
import { aSite } from '../support/an-article.ts'

describe('renderRobots', () => {
  it('gives the golden document', async () => {
    await expect(renderRobots(aSite({ url: 'https://example.org/news' }))).toMatchFileSnapshot(
      join(import.meta.dirname, '../golden/robots.txt'),
    )
  })
})
