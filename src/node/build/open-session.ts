import { mkdtempSync, rmSync } from 'node:fs'
import { printError } from '../cli/print.ts'
import { startProgress } from '../cli/progress.ts'
import { BUILD_CACHE, workFolderPrefix } from '../cli/project.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { BuildSession } from './build-session.ts'
import { type BuildPurpose, cacheFolderOf, tidyCache } from './cache-folder.ts'
import type { OnWork } from './task-runner.ts'

/** How a build has ended: with all that the folder comes to, before a mistake in it, or by an error. */
export type BuildOutcome = 'finished' | 'stopped' | 'failed'

/** A build session for a folder of articles, for one build or several. */
export interface OpenSession {
  readonly session: BuildSession
  /**
   * To be called after each build but the last: remembers what it has made. Resolves to whether the session can go on: else
   * it is to be closed, and another opened.
   */
  readonly endBuild: (outcome: BuildOutcome) => Promise<boolean>
  /** The same after the last build, and all is put away. */
  readonly close: (outcome: BuildOutcome) => Promise<void>
}

/** What is remembered of a build: nothing, what the next process needs, or what the next build in this one does, too. */
export type CacheUse = 'none' | 'disk' | 'memory'

/** Opens a build session with what earlier builds by this version of the code kept for the same purpose. */
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
  // What our sources have made while they were changed is neither the old ones' nor the new ones'.
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
    printError(`Nothing can be remembered in ${BUILD_CACHE}: ${describeRefusal(cause)}`)
    return undefined
  }
}

/** If nothing can be kept, the build is done all the same. */
async function endBuildOrWarn(session: BuildSession, outcome: BuildOutcome): Promise<boolean> {
  // What led to an error might be remembered, too.
  if (outcome === 'failed') return false
  try {
    return await session.endBuild(outcome === 'finished')
  } catch (cause) {
    printError(`The next build will make everything anew: ${describeRefusal(cause)}`)
    return false
  }
}
