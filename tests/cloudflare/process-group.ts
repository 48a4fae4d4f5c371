import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Outcome } from '../support/run-script.ts'

/** A command, and all that it starts, as one group: what a terminal ends together. */
export interface ProcessGroup {
  /** What it said and how it ended; the status is null where a signal ended it. */
  readonly ended: Promise<Outcome>
  /** Sends a signal to all of them. Nothing happens where they have ended. */
  signal(signal: NodeJS.Signals): void
  /** Sends a signal to the command alone, so that what it has started may go on. */
  signalFirst(signal: NodeJS.Signals): void
}

/** Starts a command in a group of its own, for a test that ends it before its time. */
export function startProcessGroup(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): ProcessGroup {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  return {
    ended: once(child, 'close').then(() => ({ status: child.exitCode, ...said })),
    signal: (signal) => send(child.pid === undefined ? undefined : -child.pid, signal),
    signalFirst: (signal) => send(child.pid, signal),
  }
}

function send(id: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (id !== undefined) process.kill(id, signal)
  } catch {
    // It has ended already.
  }
}
