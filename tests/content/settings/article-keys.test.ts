import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ParsedPublication } from '../../../src/content/publication/complete-parsing.ts'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import { ARTICLE_KEYS } from '../../../src/content/settings/article-keys.ts'
import { renderLedger } from '../../../src/ledger/ledger-codec.ts'
import { aSeed } from '../../support/a-seed.ts'
import { anApp } from '../../support/an-app.ts'
import { sha256 } from '../../support/sha256.ts'
import { articleAt, day } from '../a-folder.ts'

/** A table with one key more. */
function withKey(told: boolean) {
  const mood = {
    names: ['mood', 'extra.mood'] as const,
    schema: z.enum(['calm', 'cross'], { error: 'expected calm or cross. Write it as mood: calm.' }),
    told,
    type: '`calm` or `cross`',
    is: 'How the article was written.',
    example: 'mood: calm',
  }
  return { ...ARTICLE_KEYS, mood }
}

/** Publishes an article with the lines of its front matter, after a publication. */
function publishWith(lines: string, told: boolean, before?: ParsedPublication) {
  const ledger = before?.ledger ? [aSeed('ledger.json', renderLedger(before.ledger.after))] : []
  const article = aSeed('bees.md', `---\ntitle: Bees\ndate: 2025-12-01\n${lines}\n---\nOne.\n`)
  const seeds = [aSeed('site.yaml', 'url: https://news.site\nlanguage: en\n'), article, ...ledger]
  const options = { at: day(before ? 9 : 2), digest: sha256, keys: withKey(told) }
  return parsePublication({ seeds }, options)
}

async function feedOf({ publication }: ParsedPublication): Promise<string> {
  if (publication === undefined) throw new Error('Nothing is published')
  const { app } = await anApp(publication)
  return (await app.request('/feed.atom')).text()
}

describe('a table with one key more', () => {
  it.each(['mood: cross', 'Mood: cross', 'extra:\n  mood: cross'])('reads %j', async (line) => {
    expect((await publishWith(line, true)).problems).toEqual([])
  })

  it('tells subscribers of a change, to the bytes of the feed', async () => {
    const before = await publishWith('mood: calm', true)
    const same = await publishWith('mood: calm', true, before)
    const changed = await publishWith('mood: cross', true, before)
    const updated = '<updated>2026-01-09T12:00:00.000Z</updated>'
    expect(await feedOf(same)).not.toContain(updated)
    expect(await feedOf(changed)).toContain(updated)
    expect(articleAt(changed, 'bees.md').updated).toBe(day(9))
  })

  it('tells nobody of a key whose row says so', async () => {
    const before = await publishWith('mood: calm', false)
    const changed = await publishWith('mood: cross', false, before)
    expect(articleAt(changed, 'bees.md').updated).toBe(articleAt(before, 'bees.md').updated)
  })

  it('changes the digest of no article that has not the key', async () => {
    const digestOf = (parsed: ParsedPublication) => parsed.ledger?.after.entries[0]?.digest
    expect(digestOf(await publishWith('', true))).toBe(digestOf(await publishWith('', false)))
  })

  it('tells of a value that cannot be, and guesses a name that is mistyped', async () => {
    const { problems } = await publishWith('mood: glad', true)
    expect(problems).toMatchObject([
      {
        line: 4,
        message: 'Cannot read "mood": found "glad", expected calm or cross. Write it as mood: calm.',
      },
    ])
    const mistyped = await publishWith('moood: calm', true)
    expect(mistyped.problems).toMatchObject([
      { line: 4, message: 'There is no key "moood". Did you mean "mood"?' },
    ])
  })
})
