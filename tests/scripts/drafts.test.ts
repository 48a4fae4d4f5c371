import { describe, expect, it } from 'vitest'
import { bundleTexts } from '../support/bundle-texts.ts'
import { Newsroom } from '../support/newsroom.ts'

/** A word that is in the draft only: in its title, its text, its name and its tags. */
const SECRET = 'xyzzy'

function aRoom(): Newsroom {
  const room = new Newsroom()
  room.article('a')
  room.write(
    `${SECRET}.md`,
    `---\ntitle: The ${SECRET}\ndate: 2026-01-11\ntags: [${SECRET}]\ndraft: true\n---\nOf ${SECRET}.\n`,
  )
  return room
}

describe('a draft', () => {
  it('is in no byte of what is built, remembered or said', async () => {
    const room = aRoom()
    const { status, stdout, stderr } = await room.build('2026-02-01')
    expect(status).toBe(0)
    const texts = bundleTexts(room.out)
    // The search finds what is there.
    expect(texts.filter((text) => text.includes('The text of a.'))).not.toEqual([])
    expect([...texts, room.ledgerText, stdout, stderr].filter((text) => text.includes(SECRET))).toEqual([])
    expect(stdout).toContain('1 draft left out')
  })

  it('is nothing that a check speaks of', async () => {
    const { stdout, stderr } = await aRoom().check('2026-02-01')
    expect(stdout + stderr).not.toContain(SECRET)
  })

  it('is shown on this machine, marked, and leaves nothing in the ledger', async () => {
    const room = aRoom()
    await room.build('2026-02-01')
    const before = room.ledgerText
    const { status } = await room.build('2026-02-02', '--local', '--drafts')
    expect(status).toBe(0)
    expect(bundleTexts(room.out).some((text) => text.includes(`[draft] The ${SECRET}`))).toBe(true)
    expect(room.ledgerText).toBe(before)
  })

  it('cannot be published', async () => {
    const room = aRoom()
    const { status, stderr } = await room.build('2026-02-01', '--drafts')
    expect([status, stderr]).toEqual([1, 'error --drafts cannot be published. Give --local with it\n'])
  })

  it('becomes an article of the moment that its date says', async () => {
    const room = aRoom()
    await room.build('2026-02-01')
    room.write(`${SECRET}.md`, `---\ntitle: The ${SECRET}\ndate: 2026-02-02\n---\nOf ${SECRET}.\n`)
    const { stdout } = await room.build('2026-02-03')
    expect(stdout).toMatch(/^1 new; subscribers will see 1 unread item$/m)
  })
})
