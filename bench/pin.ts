import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

/** The core that servers have to themselves, as far as the machine lets them. */
export const SERVER_CORE = 0

/** The core of what asks them. */
export const CLIENT_CORE = 1

/**
 * Holds a process and all its threads on one core, so that whoever asks does not take time from whoever answers. Does
 * nothing where there is no `taskset`, or only one core.
 */
export async function pinProcess(pid: number, core: number): Promise<void> {
  await setAffinity(pid, String(core))
}

/** Lets a process run on every core again. */
export async function unpinProcess(pid: number): Promise<void> {
  await setAffinity(pid, `0-${cpus().length - 1}`)
}

async function setAffinity(pid: number, list: string): Promise<void> {
  if (process.platform !== 'linux' || cpus().length < 2) return
  await promisify(execFile)('taskset', ['-a', '-c', '-p', list, String(pid)]).catch(() => {})
}
