import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** How long a command may take to say something: only what hangs takes so long, whatever the machine. */
const SLOW_SECONDS = 200

/** What a command said and how it ended. */
export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that runs, and what it has said so far. */
export interface Running {
  readonly process: ChildProcess
  /** Waits until the output matches, or rejects when the command ends or `seconds` pass without. */
  waitFor(pattern: RegExp, seconds?: number): Promise<void>
  /** All that it has written to either stream. */
  output(): string
  /** Forgets what it has said so far. */
  clear(): void
  /** Sends a signal, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Runs a command in the project's folder to its end. */
export async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = ROOT,
): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd,
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
  await once(child, 'close')
  return { status: child.exitCode, stdout, stderr }
}

/** Runs one of our commands to its end. */
export function runCommand(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return run(process.execPath, [join(ROOT, 'scripts/strillone.ts'), name, ...args], env)
}

/** Starts a command that goes on until it is stopped. */
export function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = ROOT,
): Running {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      child.emit('said')
    })
  }
  return {
    process: child,
    output: () => output,
    clear: () => {
      output = ''
    },
    waitFor: (pattern, seconds = SLOW_SECONDS) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => settle(new Error(`No ${pattern} within ${seconds} s in:\n${output}`)),
          seconds * 1000,
        )
        const look = () => pattern.test(output) && settle()
        const ended = () => settle(new Error(`The command ended without ${pattern}:\n${output}`))
        function settle(error?: Error) {
          clearTimeout(timer)
          child.off('said', look).off('close', ended)
          if (error === undefined) resolve()
          else reject(error)
        }
        child.on('said', look).on('close', ended)
        look()
      }),
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      await once(child, 'close')
      return child.exitCode
    },
  }
}
