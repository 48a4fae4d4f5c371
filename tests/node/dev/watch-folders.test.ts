import { EventEmitter, once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { watchFolders } from '../../../src/node/dev/serve-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Watches a folder; resolves when the watch is on, to what waits for the next change. */
async function watched(folder: string): Promise<() => Promise<unknown>> {
  const changes = new EventEmitter()
  const watcher = watchFolders([folder], () => changes.emit('change'))
  onTestFinished(() => watcher.close())
  await once(watcher, 'ready')
  return () => once(changes, 'change', { signal: AbortSignal.timeout(100_000) })
}

describe('watchFolders', () => {
  it('notices a change of a file that a link leads to', async () => {
    const folder = temporaryFolder()
    const far = join(folder, '_far')
    writeFileSync(far, 'a')
    symlinkSync('_far', join(folder, 'near.md'))
    const nextChange = await watched(folder)
    const change = nextChange()
    writeFileSync(far, 'b')
    await change
  })

  it('watches a folder that is itself named by a link', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', join(folder, 'link'))
    const nextChange = await watched(join(folder, 'link'))
    const change = nextChange()
    writeFileSync(join(folder, 'real/x.md'), '')
    await change
  })

  it('goes round with no link to a folder, and says nothing of loops', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => told.mockRestore())
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    symlinkSync('../sub', join(folder, 'sub/self'))
    symlinkSync('loop', join(folder, 'loop'))
    const watcher = watchFolders([folder], () => {})
    onTestFinished(() => watcher.close())
    await once(watcher, 'ready')
    expect(Object.values(watcher.getWatched()).flat()).not.toContain('self')
    expect(told).not.toHaveBeenCalled()
  })

  it('tells once of each reason why files cannot be watched', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => told.mockRestore())
    const watcher = watchFolders([], () => {})
    onTestFinished(() => watcher.close())
    for (const path of ['a', 'b']) {
      watcher.emit(
        'error',
        new Error(`ENOSPC: System limit for number of file watchers reached, watch '${path}'`),
      )
    }
    expect(told.mock.calls).toEqual([
      [
        'error Cannot watch all files: System limit for number of file watchers reached. Some changes may go unnoticed',
      ],
    ])
  })
})
