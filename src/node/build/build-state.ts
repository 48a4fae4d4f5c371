import type { SeedPlace } from '../files/disk-seed.ts'
import type { TaskRunner } from './task-runner.ts'
import type { FinishTask, FinishTaskContext, ReadTaskContext } from './tasks.ts'

/** What some work on an article is remembered by. */
interface Keyed {
  readonly key: string
}

/** What one build of a session knows so far. What was put aside in another build is not taken for what this one has read. */
export interface BuildState {
  readonly runner: TaskRunner
  /** The articles that were read, and those that were finished, by their paths. */
  readonly read: Map<string, SeedPlace & Keyed>
  readonly finished: Map<string, FinishTask & Keyed>
  reading: ReadTaskContext
  finishing: FinishTaskContext | undefined
}

/** A build that has read nothing. */
export function beginBuild(runner: TaskRunner): BuildState {
  const reading = { timezone: 'UTC', drafts: false, handedDown: {} }
  return { runner, read: new Map(), finished: new Map(), reading, finishing: undefined }
}

/** An order without the key, which is nothing to those who carry it out. */
export function withoutKey<Item extends Keyed>({ key: _key, ...task }: Item) {
  return task
}
