import { describe, expect, it } from 'vitest'
import { Press } from '../support/press.ts'

const DAY = 86_400_000

function setSlug(press: Press, path: string, slug: string): void {
  press.edit(path, (text) => text.replace(/slug: .*/, `slug: ${slug}`))
}

/** What the address `one` answers, and where it leads. */
async function answerOfOne(press: Press): Promise<string> {
  const { status, headers } = await press.get('/articles/one')
  return `${status} ${headers.get('Location')?.split('/').at(-1) ?? ''}`.trim()
}

/** A had the address `one` and has left it to B, which is to be shown on 10 March. */
async function aPress(): Promise<Press> {
  const press = new Press('2026-03-01T12:00:00Z')
  press.write('a.md', ['title: A', 'date: 2026-02-01', 'slug: one'], 'Words of a.')
  press.write('b.md', ['title: B', 'date: 2026-03-10', 'slug: bee'], 'Words of b.')
  expect(await press.publish()).toEqual([])
  press.now += DAY
  setSlug(press, 'a.md', 'two')
  expect(await press.publish()).toEqual([])
  press.now += DAY
  setSlug(press, 'b.md', 'one')
  expect((await press.publish()).map(({ path }) => path)).toEqual(['b.md'])
  await press.publish({ accept: true })
  return press
}

describe('an address that passes from one article to one that is still to come', () => {
  it('leads to the first until the other is shown', async () => {
    const press = await aPress()
    expect(await answerOfOne(press)).toBe('301 two')
    press.now = Date.parse('2026-03-10T11:59:59Z')
    expect(await answerOfOne(press)).toBe('301 two')
    press.now = Date.parse('2026-03-10T12:00:00Z')
    expect(await answerOfOne(press)).toBe('200')
  })

  it.each([
    ['without a build in between', false],
    ['with one', true],
  ])('leads on with the other when that is renamed, %s', async (_when, isBuilt) => {
    const press = await aPress()
    press.now = Date.parse('2026-03-11T12:00:00Z')
    if (isBuilt) expect(await press.publish()).toEqual([])
    press.now += DAY
    setSlug(press, 'b.md', 'bee2')
    expect(await press.publish()).toEqual([])
    expect(await answerOfOne(press)).toBe('301 bee2')
  })

  it('is gone with the other', async () => {
    const press = await aPress()
    press.now = Date.parse('2026-03-11T12:00:00Z')
    press.seeds.delete('b.md')
    expect(await press.publish()).toEqual([])
    expect(await answerOfOne(press)).toBe('410')
  })

  it('is answered by the first again when the other is taken away before it is shown', async () => {
    const press = await aPress()
    press.now += DAY
    press.seeds.delete('b.md')
    expect(await press.publish()).toEqual([])
    expect(await answerOfOne(press)).toBe('301 two')
  })

  it('leads to the other while the first is withdrawn, from its moment on', async () => {
    const press = await aPress()
    press.now += DAY
    press.seeds.delete('a.md')
    expect(await press.publish()).toEqual([])
    expect(await answerOfOne(press)).toBe('410')
    press.now = Date.parse('2026-03-10T12:00:00Z')
    expect(await answerOfOne(press)).toBe('200')
  })
})
