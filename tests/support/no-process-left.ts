import { setTimeout as pause } from 'node:timers/promises'
import { endProcesses, listMarked } from './marked-processes.ts'

/** What was sent a signal goes in its own time: on a slow machine a browser takes seconds. */
const PATIENCE_MILLISECONDS = 30_000
const PAUSE_MILLISECONDS = 100

/** After all tests, and when Ctrl-C ends them: ends what they have started and not ended. After all of them it fails, too. */
export function setup(): () => Promise<void> {
  const run = String(process.pid)
  process.on('exit', () => endProcesses(listMarked(run)))
  return async () => {
    const patience = Date.now() + PATIENCE_MILLISECONDS
    while (listMarked(run).length > 0 && Date.now() < patience) await pause(PAUSE_MILLISECONDS)
    const left = listMarked(run)
    if (left.length === 0) return
    endProcesses(left)
    const lines = left.map(({ id, command }) => `  ${id} ${command}`)
    throw new Error(`The tests have left processes behind, which are ended now:\n${lines.join('\n')}`)
  }
}
