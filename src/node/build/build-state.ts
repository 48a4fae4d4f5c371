import type { SeedPlace } from '../files/disk-seed.ts'
import type { TaskRunner } from './task-runner.ts'
import type { FinishTask, FinishTaskContext, ReadTaskContext } from './tasks.ts'

/** The key under which the cache has a result. */
interface Keyed {
  readonly key: string
}

/** The state of one build of a session. Each build starts with a new one, because the articles may have changed. */
export interface BuildState {
  readonly runner: TaskRunner
  /** The articles that were read, and those that were finished, by their paths. */
  readonly read: Map<string, SeedPlace & Keyed>
  readonly finished: Map<string, FinishTask & Keyed>
  reading: ReadTaskContext
  finishing: FinishTaskContext | undefined
}

/** The state of a new build. */
export function beginBuild(runner: TaskRunner): BuildState {
  const reading = { timezone: 'UTC', drafts: false, handedDown: {} }
  return { runner, read: new Map(), finished: new Map(), reading, finishing: undefined }
}

/** An item without its key, which the task does not need. */
export function withoutKey<Item extends Keyed>({ key: _key, ...task }: Item) {
  return task
}
