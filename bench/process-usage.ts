import { readdir, readFile } from 'node:fs/promises'

/**
 * The CPU time of a process with all its threads, in microseconds. It is the kernel's own count, which is finer than its
 * ticks. Linux only.
 */
export async function readCpuMicroseconds(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`)
  const times = await Promise.all(
    threads.map(async (thread) => {
      const text = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')
      return Number(text.split(' ')[0])
    }),
  )
  return times.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1000
}

/** The present memory of a process in bytes. Linux only. */
export async function readResidentBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) * 1024
}
