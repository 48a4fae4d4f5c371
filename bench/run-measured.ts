import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** The time and memory of a command. */
export interface Measured {
  readonly seconds: number
  /** The highest memory of its process, without its child processes. */
  readonly peakBytes: number
  readonly stdout: string
}

const LOOK_MILLISECONDS = 20

/** Runs a command in a folder and measures it. Rejects if the command fails. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const begun = performance.now()
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  let peakBytes = 0
  const look = async () => {
    peakBytes = Math.max(peakBytes, await readPeakBytes(child.pid ?? 0))
  }
  const timer = setInterval(look, LOOK_MILLISECONDS)
  try {
    await once(child, 'close')
  } finally {
    clearInterval(timer)
  }
  const seconds = (performance.now() - begun) / 1000
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}${stdout}`)
  return { seconds, peakBytes, stdout }
}

/** The highest memory, as the kernel counts it, so that no peak between two readings is missed. Linux only. */
async function readPeakBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
}
