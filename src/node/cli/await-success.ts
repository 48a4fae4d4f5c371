import type { ChildProcess } from 'node:child_process'

/** Waits for a command that prints for itself. Resolves to whether it succeeded. Rejects if it cannot be started. */
export function awaitSuccess(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0))
  })
}
