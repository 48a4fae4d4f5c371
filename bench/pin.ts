import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

/** The core for servers, if the machine has several. */
export const SERVER_CORE = 0

/** The core for clients. */
export const CLIENT_CORE = 1

/**
 * Runs a process and all its threads on one core, so that client and server do not take time from each other. Does nothing
 * without `taskset`, or with only one core.
 */
export async function pinProcess(pid: number, core: number): Promise<void> {
  await setAffinity(pid, String(core))
}

/** Lets a process run on all cores again. */
export async function unpinProcess(pid: number): Promise<void> {
  await setAffinity(pid, `0-${cpus().length - 1}`)
}

async function setAffinity(pid: number, list: string): Promise<void> {
  if (process.platform !== 'linux' || cpus().length < 2) return
  await promisify(execFile)('taskset', ['-a', '-c', '-p', list, String(pid)]).catch(() => {})
}
