import type { BuildPurpose } from './cache-folder.ts'
import { type Outcome, openWorkshop, type Remembering } from './open-workshop.ts'
import type { Workshop } from './workshop/workshop.ts'

/** What a workshop is used for. */
export interface WorkshopUse<Result> {
  readonly purpose: BuildPurpose
  readonly remembering?: Remembering
  readonly work: (workshop: Workshop) => Promise<Result>
  /** Whether it was all that the folder comes to. Else what was remembered of the rest is kept. Default: it was not. */
  readonly isAll?: (result: Result) => boolean
}

/** Opens a workshop for one piece of work, and closes it whatever happens. Resolves and rejects as the work does. */
export async function useWorkshop<Result>({
  purpose,
  remembering = 'kept',
  work,
  isAll = () => false,
}: WorkshopUse<Result>): Promise<Result> {
  const { workshop, close } = openWorkshop(purpose, remembering)
  let outcome: Outcome = 'failed'
  try {
    const result = await work(workshop)
    outcome = isAll(result) ? 'finished' : 'stopped'
    return result
  } finally {
    await close(outcome)
  }
}
