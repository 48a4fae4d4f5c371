import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSession } from '../../../src/node/build/open-session.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/strillone')

/** The folders of articles of which something is remembered. Other tests build, and tidy up, at the same time. */
function remembered(): readonly string[] {
  const names = readdirSync(CACHE).filter((name) => name.endsWith('.folder'))
  return names.flatMap((name) => {
    try {
      return readFileSync(join(CACHE, name), 'utf8')
    } catch {
      return []
    }
  })
}

async function build(seeds: string, cacheUse: 'none' | 'disk'): Promise<void> {
  await openSession({ seeds, url: undefined, mode: { kind: 'ledger' } }, cacheUse).close('finished')
}

describe('openWorkshop()', () => {
  it('remembers by the folder, and forgets a folder that is gone', async () => {
    const [gone, there] = [temporaryFolder(), temporaryFolder()]
    await build(gone, 'disk')
    expect(remembered()).toContain(gone)
    rmSync(gone, { recursive: true })
    await build(there, 'disk')
    expect(remembered()).toContain(there)
    expect(remembered()).not.toContain(gone)
  })

  it('leaves nothing of a folder where it is to remember nothing', async () => {
    const folder = temporaryFolder()
    await build(folder, 'none')
    expect(remembered()).not.toContain(folder)
  })
})
