import { describe, expect, it } from 'vitest'
import type { BuildMode } from '../../scripts/build-mode.ts'
import { checkFolder } from '../../scripts/check-folder.ts'
import { makeBuild } from '../../scripts/make-build.ts'
import { openWorkshop } from '../../scripts/open-workshop.ts'
import { readPublication } from '../../scripts/read-publication.ts'
import type { Workshop } from '../../scripts/workshop/workshop.ts'
import { instant } from '../../src/model/instant.ts'
import { aGif } from '../support/a-picture.ts'
import { Newsroom } from '../support/newsroom.ts'

const AT = instant(Date.UTC(2026, 1, 1))

/** How many pieces of work a command did, and did not remember. Only a build asks for all that is remembered. */
async function countWork(
  purpose: { readonly seeds: string; readonly url: undefined; readonly mode: BuildMode },
  work: (workshop: Workshop) => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {}
  const { workshop, close } = openWorkshop(purpose, 'kept', (what, total) => {
    done[what] = (done[what] ?? 0) + total
    return { step: () => {}, stop: () => {} }
  })
  await work(workshop)
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
    const built = await countWork(of(mode), (workshop) =>
      makeBuild(workshop, { ...of(mode), mode, out, at, hotBytes: 10_000 }),
    )
    expect(built).toMatchObject({ 'articles read': 9, 'articles finished': 9 })

    const check = { kind: 'check', accept: false } as const
    const checked = await countWork(of(check), (workshop) =>
      checkFolder(workshop, { ...of(check), mode: check, at }),
    )
    expect(checked).toEqual({ 'articles read': 0, 'articles finished': 0 })

    const ledger = { kind: 'ledger' } as const
    const made = await countWork(of(ledger), (workshop) => readPublication(workshop, { ...of(ledger), at }))
    expect(made).toMatchObject({ 'articles read': 0 })
  })
})
