import type { BuildSession } from './build-session.ts'
import type { BuildPurpose } from './cache-folder.ts'
import { type BuildOutcome, type CacheUse, openSession } from './open-session.ts'

/** How to use a build session. */
export interface SessionUse<Result> {
  readonly purpose: BuildPurpose
  readonly cacheUse?: CacheUse
  readonly work: (session: BuildSession) => Promise<Result>
  /** Whether the work covered the whole folder. If not, the cache keeps earlier results for the rest. Default: false. */
  readonly isAll?: (result: Result) => boolean
}

/** Opens a build session for some work, and always closes it. Resolves and rejects as the work does. */
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
