import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import type { CheckPlan } from './check-folder.ts'

/** Checks a folder of articles in a process without secrets. Resolves to the exit status. */
export function checkSite(plan: CheckPlan): Promise<number> {
  return runWithoutSecrets({
    allowance: { files: { read: [plan.seeds], write: [] } },
    // Loaded only here, because this process may only start another one.
    work: async () => {
      const [{ useSession }, { checkFolder }] = await Promise.all([
        import('./use-session.ts'),
        import('./check-folder.ts'),
      ])
      return useSession({ purpose: plan, work: (session) => checkFolder(session, plan) })
    },
  })
}
