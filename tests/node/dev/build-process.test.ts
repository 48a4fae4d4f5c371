import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MODULES } from '../../../src/node/cli/project.ts'
import { BuildProcess } from '../../../src/node/dev/build-process.ts'
import { endProcess } from '../../support/marked-processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const GOOD = '---\ntitle: One\ndate: 2025-01-01\n---\n\nOne.\n'

function aBuilder() {
  const folder = temporaryFolder()
  const [seeds, out] = [folder, join(temporaryFolder(), 'dist')]
  writeFileSync(join(folder, 'one.md'), GOOD)
  const builder = new BuildProcess({ seeds, out, url: 'http://127.0.0.1:1', drafts: false })
  onTestFinished(async () => {
    for (const pid of builders()) endProcess(pid)
    await expect.poll(builders).toEqual([])
  })
  const release = () => readFileSync(join(out, 'release.bin'), 'latin1')
  return { folder, builder, release, article: join(folder, 'one.md') }
}

/** The processes that build for this one. */
function builders(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        const isOurs = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(MODULES.buildChild)
        return Number(parent) === process.pid && isOurs ? [Number(name)] : []
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}

/** The one process that builds for this one. */
function theBuilder(): number {
  const [pid, ...others] = builders()
  if (pid === undefined || others.length > 0)
    throw new Error(`One builder was expected, not ${builders().length}`)
  return pid
}

describe('BuildProcess', () => {
  it('builds one change after another in one process, past an error', async () => {
    const { builder, release, article, folder } = aBuilder()
    expect(await builder.build()).toBe(true)
    const [first, process] = [release(), builders()]
    expect(process).toHaveLength(1)
    appendFileSync(article, '\nAnother line.\n')
    expect(await builder.build()).toBe(true)
    const second = release()
    expect(second).not.toBe(first)
    writeFileSync(article, GOOD.replace('2025-01-01', 'domani'))
    expect(await builder.build()).toBe(false)
    expect(release()).toBe(second)
    writeFileSync(article, GOOD)
    expect(await builder.build()).toBe(true)
    expect(builders()).toEqual(process)
    rmSync(folder, { recursive: true })
    expect(await builder.build()).toBe(false)
    expect(builders()).toEqual(process)
  })

  it('begins anew where its process was killed, between builds or in one', async () => {
    const { builder, release, article } = aBuilder()
    expect(await builder.build()).toBe(true)
    const before = release()
    for (let turn = 0; turn < 2; turn++) {
      const pid = theBuilder()
      appendFileSync(article, '\nAnother line.\n')
      const build = turn === 0 ? undefined : builder.build()
      endProcess(pid)
      expect(await (build ?? builder.build())).toBe(true)
      expect(release()).not.toBe(before)
      expect(builders()).not.toContain(pid)
    }
  })

  it('takes another process once it was told that our sources have changed', async () => {
    const { builder } = aBuilder()
    expect(await builder.build()).toBe(true)
    const first = builders()
    builder.renew()
    expect(await builder.build()).toBe(true)
    expect(builders()).not.toEqual(first)
  })
})
