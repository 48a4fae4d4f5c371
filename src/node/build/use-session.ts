import type { BuildSession } from './build-session.ts'
import type { BuildPurpose } from './cache-folder.ts'
import { type BuildOutcome, type CacheUse, openSession } from './open-session.ts'

/** What a build session is used for. */
export interface SessionUse<Result> {
  readonly purpose: BuildPurpose
  readonly cacheUse?: CacheUse
  readonly work: (session: BuildSession) => Promise<Result>
  /** Whether it was all that the folder comes to. Else what was remembered of the rest is kept. Default: it was not. */
  readonly isAll?: (result: Result) => boolean
}

/** Opens a build session for one piece of work, and closes it in any case. Resolves and rejects as the work does. */
export async function useSession<Result>({
  purpose,
  cacheUse = 'disk',
  work,
  isAll = () => false,
}: SessionUse<Result>): Promise<Result> {
  const { session, close } = openSession(purpose, cacheUse)
  let outcome: BuildOutcome = 'failed'
  try {
    const result = await work(session)
    outcome = isAll(result) ? 'finished' : 'stopped'
    return result
  } finally {
    await close(outcome)
  }
}
