import { type BuildPlan, makeBuild } from './make-build.ts'
import { type Outcome, openWorkshop, type Remembering } from './open-workshop.ts'

/** Makes one build in a workshop of its own. Resolves and throws as `makeBuild` does. */
export async function buildOnce(plan: BuildPlan, remembering: Remembering): Promise<boolean> {
  const { workshop, close } = openWorkshop(plan, remembering)
  let outcome: Outcome = 'failed'
  try {
    outcome = (await makeBuild(workshop, plan)) ? 'finished' : 'stopped'
  } finally {
    await close(outcome)
  }
  return outcome === 'finished'
}
