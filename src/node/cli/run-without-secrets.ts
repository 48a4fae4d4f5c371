import { holdsSecrets } from './clean-environment.ts'
import { type Allowance, runApart } from './run-apart.ts'

/** Work that opens articles, and what it needs if it runs in a process apart. */
export interface GuardedWork {
  readonly allowance: Allowance
  /** Whether a process apart does it in any case. */
  readonly isApart?: boolean
  /** The work in this process. Resolves to whether it went well. */
  readonly work: () => Promise<boolean>
}

/**
 * Opens articles only where there are no secrets: if the environment of this process holds some, this command runs again in a
 * process without them. Resolves to the exit status.
 */
export async function runWithoutSecrets({ allowance, isApart = false, work }: GuardedWork): Promise<number> {
  if (isApart || holdsSecrets(process.env, allowance.needsNetwork)) return runApart(allowance)
  return (await work()) ? 0 : 1
}
