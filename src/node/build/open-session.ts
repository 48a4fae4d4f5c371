import { mkdtempSync, rmSync } from 'node:fs'
import { printError } from '../cli/print.ts'
import { startProgress } from '../cli/progress.ts'
import { BUILD_CACHE, workFolderPrefix } from '../cli/project.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { BuildSession } from './build-session.ts'
import { type BuildPurpose, cacheFolderOf, tidyCache } from './cache-folder.ts'
import type { OnWork } from './task-runner.ts'

/** How a build has ended: with all that the folder comes to, before a mistake in it, or by an error. */
export type Outcome = 'finished' | 'stopped' | 'failed'

/** A workshop for a folder of articles, for one build or several. */
export interface OpenSession {
  readonly session: BuildSession
  /**
   * To be called after each build but the last: remembers what it has made. Resolves to whether the workshop can go on: else
   * it is to be closed, and another opened.
   */
  readonly rest: (outcome: Outcome) => Promise<boolean>
  /** The same after the last build, and all is put away. */
  readonly close: (outcome: Outcome) => Promise<void>
}

/** What is remembered of a build: nothing, what the next process needs, or what the next build in this one does, too. */
export type Remembering = 'nothing' | 'kept' | 'held'

/** Opens a workshop that knows what builds by the same version of us, for the same purpose, have kept. */
export function openSession(
  purpose: BuildPurpose,
  remembering: Remembering,
  onWork: OnWork = startProgress,
): OpenSession {
  const directory = purpose.seeds
  const cacheFolder = cacheFolderOf(purpose)
  const open = (folder: string) =>
    new BuildSession({ ...{ directory, folder, onWork }, isLasting: remembering === 'held' })
  const kept = remembering === 'nothing' ? undefined : openOrWarn(() => open(cacheFolder))
  const isRemembering = kept !== undefined
  const folder = isRemembering ? cacheFolder : mkdtempSync(workFolderPrefix())
  const session = kept ?? open(folder)
  // What our sources have made while they were changed is neither the old ones' nor the new ones'.
  const mayRemember = () => isRemembering && cacheFolderOf(purpose) === cacheFolder
  return {
    session,
    rest: async (outcome) => (mayRemember() ? restOrWarn(session, outcome) : false),
    close: async (outcome) => {
      if (mayRemember()) await restOrWarn(session, outcome)
      await session.close()
      if (!isRemembering) return rmSync(folder, { recursive: true, force: true })
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
async function restOrWarn(session: BuildSession, outcome: Outcome): Promise<boolean> {
  // What led to an error might be remembered, too.
  if (outcome === 'failed') return false
  try {
    return await session.rest(outcome === 'finished')
  } catch (cause) {
    printError(`The next build will make everything anew: ${describeRefusal(cause)}`)
    return false
  }
}
