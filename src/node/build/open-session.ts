import { mkdtempSync, rmSync } from 'node:fs'
import { printError } from '../cli/print.ts'
import { startProgress } from '../cli/progress.ts'
import { BUILD_CACHE, workFolderPrefix } from '../cli/project.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { BuildSession } from './build-session.ts'
import { type BuildPurpose, cacheFolderOf, tidyCache } from './cache-folder.ts'
import type { OnWork } from './task-runner.ts'

/** How a build ended: with the whole folder done, before that because of the user's mistake, or by an error. */
export type BuildOutcome = 'finished' | 'stopped' | 'failed'

/** A build session for one build or several. */
export interface OpenSession {
  readonly session: BuildSession
  /**
   * Call after each build except the last: stores its results. Resolves to whether the session can go on. If not, close it
   * and open another.
   */
  readonly endBuild: (outcome: BuildOutcome) => Promise<boolean>
  /** Call after the last build: stores its results, and closes the session. */
  readonly close: (outcome: BuildOutcome) => Promise<void>
}

/**
 * What a session keeps of a build: nothing, results for the next process, or also results in memory for the next build in
 * this process.
 */
export type CacheUse = 'none' | 'disk' | 'memory'

/** Opens a build session with the results that earlier builds by this version of the code stored for the same purpose. */
export function openSession(
  purpose: BuildPurpose,
  cacheUse: CacheUse,
  onWork: OnWork = startProgress,
): OpenSession {
  const directory = purpose.seeds
  const cacheFolder = cacheFolderOf(purpose)
  const open = (folder: string) =>
    new BuildSession({ ...{ directory, folder, onWork }, isLasting: cacheUse === 'memory' })
  const caching = cacheUse === 'none' ? undefined : openOrWarn(() => open(cacheFolder))
  const isCaching = caching !== undefined
  const folder = isCaching ? cacheFolder : mkdtempSync(workFolderPrefix())
  const session = caching ?? open(folder)
  // If the sources changed during the build, its results belong to no version.
  const mayCache = () => isCaching && cacheFolderOf(purpose) === cacheFolder
  return {
    session,
    endBuild: async (outcome) => (mayCache() ? endBuildOrWarn(session, outcome) : false),
    close: async (outcome) => {
      if (mayCache()) await endBuildOrWarn(session, outcome)
      await session.close()
      if (!isCaching) return rmSync(folder, { recursive: true, force: true })
      tidyCache(folder, purpose)
    },
  }
}

/** Without a writable cache folder the build still runs: another user may own the folder of the packages. */
function openOrWarn(open: () => BuildSession): BuildSession | undefined {
  try {
    return open()
  } catch (cause) {
    printError(`Cannot keep a cache in ${BUILD_CACHE}: ${describeRefusal(cause)}`)
    return undefined
  }
}

/** If the results cannot be stored, the build still counts. */
async function endBuildOrWarn(session: BuildSession, outcome: BuildOutcome): Promise<boolean> {
  // The cause of an error may be in the results.
  if (outcome === 'failed') return false
  try {
    return await session.endBuild(outcome === 'finished')
  } catch (cause) {
    printError(
      `Cannot keep the results, so the next build makes all of them again: ${describeRefusal(cause)}`,
    )
    return false
  }
}
