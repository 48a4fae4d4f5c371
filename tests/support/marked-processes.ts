import { readdirSync, readFileSync } from 'node:fs'

/** The name of the mark, in the environment of all that tests start. Its value is the process that sees to their run. */
export const MARK = 'STRILLONE_TEST_RUN'

/** A process that a test has started. */
export interface MarkedProcess {
  readonly id: number
  readonly command: string
}

/** The processes that bear the mark of a run. Only Linux shows the environment of others. */
export function listMarked(run: string): readonly MarkedProcess[] {
  if (process.platform !== 'linux') return []
  return (
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && readEntry(name, 'environ').includes(`${MARK}=${run}`))
      .map((name) => ({ id: Number(name), command: readEntry(name, 'cmdline').join(' ') }))
      // One that has ended, and whose parent has not looked yet, has no command any more.
      .filter(({ command }) => command !== '')
  )
}

/** Ends them, without asking. */
export function endProcesses(processes: readonly MarkedProcess[]): void {
  for (const { id } of processes) endProcess(id)
}

/**
 * Ends one process, without asking. Nothing happens where it has ended meanwhile.
 *
 * @throws {RangeError} Where the number is no process's: to the system 0 means everything that the terminal has started, the
 *   tests and whatever runs them included, and -1 all that there is.
 */
export function endProcess(id: number): void {
  if (!(id > 1)) throw new RangeError(`${id} is not the number of a process`)
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

/** A list as the system keeps it of a process; empty where that has ended meanwhile, or is somebody else's. */
function readEntry(id: string, name: 'environ' | 'cmdline'): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
}
