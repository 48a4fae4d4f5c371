import type { ChildProcess } from 'node:child_process'

/** Waits for a command that speaks to the user itself. Resolves to whether it went well; rejects where it cannot be run. */
export function awaitSuccess(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0))
  })
}
