import { describe, expect, it } from 'vitest'
import { instant } from '../../src/model/instant.ts'
import { buildFolder } from '../../src/node/build/build-folder.ts'
import type { BuildMode } from '../../src/node/build/build-mode.ts'
import type { BuildSession } from '../../src/node/build/build-session.ts'
import { checkFolder } from '../../src/node/build/check-folder.ts'
import { openSession } from '../../src/node/build/open-session.ts'
import { readPublication } from '../../src/node/build/read-publication.ts'
import { aGif } from '../support/a-picture.ts'
import { Newsroom } from '../support/newsroom.ts'

const AT = instant(Date.UTC(2026, 1, 1))

/** How many pieces of work a command did, and did not remember. Only a build asks for all that is remembered. */
async function countWork(
  purpose: { readonly seeds: string; readonly url: undefined; readonly mode: BuildMode },
  work: (session: BuildSession) => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {}
  const { session, close } = openSession(purpose, 'disk', (what, total) => {
    done[what] = (done[what] ?? 0) + total
    return { step: () => {}, stop: () => {} }
  })
  await work(session)
  await close(purpose.mode.kind === 'publication' ? 'finished' : 'stopped')
  return done
}

describe('what a build has read and finished', () => {
  it('neither a check nor the making of a ledger does again', async () => {
    const room = new Newsroom()
    for (let number = 0; number < 8; number++) room.article(`a${number}`)
    room.write('p.gif', aGif(8, 8))
    room.write('b.md', '---\ntitle: B\ndate: 2026-01-02\n---\n![p](p.gif) and [a](a0.md)\n')
    const { seeds, out } = room
    const at = AT
    const of = (mode: BuildMode) => ({ seeds, url: undefined, mode })

    const mode = { kind: 'publication', accept: false, frozen: false } as const
    const built = await countWork(of(mode), (session) =>
      buildFolder(session, { ...of(mode), mode, out, at, hotBytes: 10_000 }),
    )
    expect(built).toMatchObject({ 'articles read': 9, 'articles finished': 9 })

    const check = { kind: 'check', accept: false } as const
    const checked = await countWork(of(check), (session) =>
      checkFolder(session, { ...of(check), mode: check, at }),
    )
    expect(checked).toEqual({ 'articles read': 0, 'articles finished': 0 })

    const ledger = { kind: 'ledger' } as const
    const made = await countWork(of(ledger), (session) => readPublication(session, { ...of(ledger), at }))
    expect(made).toMatchObject({ 'articles read': 0 })
  })
})
