import { readFile } from 'node:fs/promises'

/** The kernel counts the time of a process in hundredths of a second (proc(5), `_SC_CLK_TCK`). */
const TICK_MILLISECONDS = 10

/** How many milliseconds of a core a process has used, all its threads together. Linux only. */
export async function readCpuMilliseconds(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS
}

/** How many bytes of memory a process holds just now. Linux only. */
export async function readResidentBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) * 1024
}
