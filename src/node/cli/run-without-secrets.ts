import { holdsSecrets } from './clean-environment.ts'
import { type Allowance, runApart } from './run-apart.ts'

/** Work that reads articles, and what it needs in a separate process. */
export interface GuardedWork {
  readonly allowance: Allowance
  /** Whether to use a separate process even without secrets. */
  readonly isApart?: boolean
  /** The work, run in this process. Resolves to whether it succeeded. */
  readonly work: () => Promise<boolean>
}

/**
 * Reads articles only in a process without secrets, because they may be hostile. If this process has secrets, the command
 * runs again in a process without them. Resolves to the exit status.
 */
export async function runWithoutSecrets({ allowance, isApart = false, work }: GuardedWork): Promise<number> {
  if (isApart || holdsSecrets(process.env, allowance.needsNetwork)) return runApart(allowance)
  return (await work()) ? 0 : 1
}
