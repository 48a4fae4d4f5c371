import type { CheckPlan } from './check-folder.ts'
import { runWithoutSecrets } from './run-without-secrets.ts'

/** Checks a folder of articles, in a process without secrets. Resolves to the exit status. */
export function checkSite(plan: CheckPlan): Promise<number> {
  return runWithoutSecrets({
    allowance: { files: { read: [plan.seeds], write: [] } },
    // Loaded only here: another process may be about to do it.
    work: async () => {
      const [{ useWorkshop }, { checkFolder }] = await Promise.all([
        import('./use-workshop.ts'),
        import('./check-folder.ts'),
      ])
      return useWorkshop({ purpose: plan, work: (workshop) => checkFolder(workshop, plan) })
    },
  })
}
