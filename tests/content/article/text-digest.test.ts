import { describe, expect, it } from 'vitest'
import { normalBody, textDigest } from '../../../src/content/article/text-digest.ts'
import { sha256 } from '../../support/sha256.ts'

const BODY = 'The bees on the roof of the city hall have had a good year.'

function digestOf(body: string, front = '---\ntitle: Bees\n---\n'): string | undefined {
  return textDigest(normalBody({ path: 'a.md', source: front + body, bodyStart: front.length }), sha256)
}

describe('textDigest()', () => {
  it('is that of the body alone, whatever its white space', () => {
    expect(digestOf(BODY)).toMatch(/^[\da-f]{16}$/)
    expect(digestOf(`\n${BODY.replaceAll(' ', '\n')}\n`, '')).toBe(digestOf(BODY))
    expect(digestOf(`${BODY}!`)).not.toBe(digestOf(BODY))
  })

  it.each(['', ' \n ', 'Open thread, as every week.'])('is none of so short a text as %j', (body) => {
    expect(digestOf(body)).toBeUndefined()
  })
})
