import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { endProcesses, listMarked, MARK } from './support/marked-processes.ts'

describe.runIf(process.platform === 'linux')('the mark of a run of the tests', () => {
  it('is borne by what a test has started and by what that has, until they end', async () => {
    const run = `test-${process.pid}`
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log()'],
      { stdio: ['ignore', 'inherit', 'ignore'], detached: true }).unref()`
    const child = spawn(process.execPath, ['-e', script], {
      env: { ...process.env, [MARK]: run },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    // The child ends; what it has started says that it is there, and goes on.
    await once(child.stdout, 'data')
    if (child.exitCode === null) await once(child, 'exit')
    const left = listMarked(run)
    expect(left).toHaveLength(1)
    endProcesses(left)
    await once(child.stdout, 'close')
    expect(listMarked(run)).toEqual([])
  })

  it('is that of the process which sees to the run', () => {
    expect(process.env[MARK]).toBe(String(process.ppid))
  })
})
