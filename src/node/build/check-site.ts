import { parseBuildEnvironment } from '../cli/build-environment.ts'
import type { Variables } from '../cli/clean-environment.ts'
import { runWithoutSecrets } from '../cli/run-without-secrets.ts'
import { takeOver } from '../files/live-ledgers.ts'
import type { CheckPlan } from './check-folder.ts'

/** Checks a folder of articles in a process without secrets. `variables` is the environment. Resolves to the exit status. */
export function checkSite(asked: Omit<CheckPlan, 'live'>, variables: Variables): Promise<number> {
  const { live } = parseBuildEnvironment(variables)
  return runWithoutSecrets({
    allowance: { files: { read: [asked.seeds, ...(live === undefined ? [] : [live])], write: [] } },
    // Loaded only here, because this process may only start another one.
    work: async () => {
      const [{ useSession }, { checkFolder }] = await Promise.all([
        import('./use-session.ts'),
        import('./check-folder.ts'),
      ])
      const plan = { ...asked, live: live === undefined ? undefined : await takeOver(live) }
      return useSession({ purpose: plan, work: (session) => checkFolder(session, plan) })
    },
  })
}
