import { EventEmitter, once } from 'node:events'
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { FolderWatch, watchFolders } from '../../../src/node/dev/watch-folders.ts'
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

/** Long enough for a look at the folder. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 700))

describe('FolderWatch', () => {
  it.each<[string, (at: (name: string) => string) => void | Promise<void>, number]>([
    [
      'is away for a while',
      async (at) => {
        renameSync(at('seeds'), at('other'))
        await pause()
        renameSync(at('other'), at('seeds'))
      },
      1,
    ],
    [
      'is away for a moment',
      (at) => {
        renameSync(at('seeds'), at('other'))
        renameSync(at('other'), at('seeds'))
      },
      0,
    ],
    [
      'is replaced by another',
      (at) => {
        rmSync(at('seeds'), { recursive: true })
        mkdirSync(at('seeds'))
      },
      0,
    ],
    [
      'is replaced by a link',
      (at) => {
        renameSync(at('seeds'), at('other'))
        symlinkSync('other', at('seeds'))
      },
      0,
    ],
    [
      'is a link that is pointed elsewhere',
      async (at) => {
        renameSync(at('seeds'), at('other'))
        symlinkSync('other', at('seeds'))
        await pause()
        mkdirSync(at('third'))
        unlinkSync(at('seeds'))
        symlinkSync('third', at('seeds'))
      },
      0,
    ],
    [
      'becomes a file, and a folder again',
      async (at) => {
        rmSync(at('seeds'), { recursive: true })
        writeFileSync(at('seeds'), '')
        await pause()
        rmSync(at('seeds'))
        mkdirSync(at('seeds'))
      },
      1,
    ],
  ])('goes on where the folder %s', async (_, replace, times) => {
    const root = temporaryFolder()
    const at = (name: string) => join(root, name)
    mkdirSync(at('seeds'))
    writeFileSync(join(at('seeds'), 'one.md'), 'a')
    const onChange = vi.fn()
    const onGone = vi.fn()
    const watch = new FolderWatch(at('seeds'), { onChange, onGone })
    onTestFinished(() => watch.close())
    await pause()
    await replace(at)
    await pause()
    expect(watch.isGone()).toBe(false)
    onChange.mockClear()
    writeFileSync(join(at('seeds'), 'one.md'), 'b')
    await expect.poll(() => onChange.mock.calls.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(onGone.mock.calls.length).toBeGreaterThanOrEqual(times)
    expect(onGone.mock.calls.length).toBeLessThanOrEqual(1)
  })
})
