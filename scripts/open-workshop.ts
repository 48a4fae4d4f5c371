import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { describeRefusal } from './describe-refusal.ts'
import { digest } from './digest.ts'
import { printError } from './print.ts'
import { startProgress } from './progress.ts'
import { WORK_FOLDER } from './work-folder.ts'
import { INDEX_PART, SCRATCH } from './workshop/kept-file.ts'
import { workKey } from './workshop/work-keys.ts'
import { Workshop } from './workshop/workshop.ts'

const ROOT = join(import.meta.dirname, '..')

/** What is asked for, and what is there: after `git pull`, that may be another version until `npm install`. */
const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json']

/** Where builds remember what they made. */
const CACHE = join(ROOT, 'node_modules/.cache/strillone')

/** Beside each memory, the name of the folder of articles that it is of. */
const PURPOSE = '.folder'

/** What nobody has used for so long is taken away: of other folders, of other versions of us, of builds that were killed. */
const STALE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** How a build has ended: with all that the folder comes to, before a mistake in it, or by an error. */
export type Outcome = 'finished' | 'stopped' | 'failed'

/** A workshop for a folder of articles, for one build or several. */
export interface OpenWorkshop {
  readonly workshop: Workshop
  /**
   * To be called after each build but the last: remembers what it has made. Resolves to whether the workshop can go on: else
   * it is to be closed, and another opened.
   */
  readonly rest: (outcome: Outcome) => Promise<boolean>
  /** The same after the last build, and all is put away. */
  readonly close: (outcome: Outcome) => Promise<void>
}

/** What a workshop is opened for. */
export interface WorkshopPurpose {
  /** The folder of articles. */
  readonly seeds: string
  readonly url?: string | undefined
  readonly drafts?: boolean
}

/** What is remembered of a build: nothing, what the next process needs, or what the next build in this one does, too. */
export type Remembering = 'nothing' | 'kept' | 'held'

/** Opens a workshop that knows what builds by the same version of us, for the same purpose, have kept. */
export function openWorkshop(purpose: WorkshopPurpose, remembering: Remembering): OpenWorkshop {
  const directory = purpose.seeds
  const name = nameOf(purpose)
  const open = (folder: string) =>
    new Workshop({ ...{ directory, folder, onWork: startProgress }, isLasting: remembering === 'held' })
  const kept = remembering === 'nothing' ? undefined : openOrWarn(() => open(join(CACHE, name)))
  const isRemembering = kept !== undefined
  const folder = isRemembering ? join(CACHE, name) : mkdtempSync(join(tmpdir(), WORK_FOLDER))
  const workshop = kept ?? open(folder)
  // What our sources have made while they were changed is neither the old ones' nor the new ones'.
  const mayRemember = () => isRemembering && nameOf(purpose) === name
  return {
    workshop,
    rest: async (outcome) => (mayRemember() ? restOrWarn(workshop, outcome) : false),
    close: async (outcome) => {
      if (mayRemember()) await restOrWarn(workshop, outcome)
      await workshop.close()
      if (!isRemembering) return rmSync(folder, { recursive: true, force: true })
      tidy(folder, directory)
    },
  }
}

/** Who cannot remember builds all the same: what packages lie in may not be ours to write to. */
function openOrWarn(open: () => Workshop): Workshop | undefined {
  try {
    return open()
  } catch (cause) {
    printError(`Nothing can be remembered in ${CACHE}: ${describeRefusal(cause)}`)
    return undefined
  }
}

/** Who cannot remember has built all the same. */
async function restOrWarn(workshop: Workshop, outcome: Outcome): Promise<boolean> {
  // What led to an error might be remembered, too.
  if (outcome === 'failed') return false
  try {
    return await workshop.rest(outcome === 'finished')
  } catch (cause) {
    printError(`The next build will make everything anew: ${describeRefusal(cause)}`)
    return false
  }
}

/** What is made for another address or from another folder has nothing in common, and is remembered by itself. */
function nameOf({ seeds, url, drafts }: WorkshopPurpose): string {
  return workKey(readVersion(), resolve(seeds), url, drafts).slice(0, 16)
}

/** What all that is made depends on beside the articles: our sources, the packages that they use, and Node. */
function readVersion(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const files = [
    ...sources.filter((path) => path.endsWith('.ts')).map((path) => join('src', path)),
    // Who installs with another tool than npm has no lockfile of npm's.
    ...PACKAGES.filter((name) => existsSync(join(ROOT, name))),
  ]
  const workshop = readdirSync(join(ROOT, 'scripts/workshop')).map((name) => join('scripts/workshop', name))
  const used = ['compress', 'digest', 'disk-seed', 'read-regular-file'].map((name) => `scripts/${name}.ts`)
  const all = [...files, ...workshop, ...used]
  const digests = all.sort().map((path) => [path, digest(readFileSync(join(ROOT, path)))])
  return workKey(process.version, process.arch, digests)
}

/** Takes away what nobody needs any more; what cannot be done now, the next build sees to. */
function tidy(folder: string, directory: string): void {
  try {
    writeFileSync(folder + PURPOSE, resolve(directory))
    removePurposeless()
    removeStale(CACHE, (each) => !each.startsWith(basename(folder)))
    // What a build that was killed has left.
    removeStale(folder, (each) => each.endsWith(SCRATCH) || each.startsWith(INDEX_PART))
  } catch {
    // Another build tidies up at the same time, or the disk is full.
  }
}

/** Takes away what was remembered of folders that are gone. */
function removePurposeless(): void {
  for (const each of readdirSync(CACHE).filter((name) => name.endsWith(PURPOSE))) {
    const path = join(CACHE, each)
    const concerned = readFileSync(path, 'utf8')
    // A process apart sees no other folder, there or not.
    if (!mayRead(concerned) || existsSync(concerned)) continue
    rmSync(path.slice(0, -PURPOSE.length), { recursive: true, force: true })
    rmSync(path, { force: true })
  }
}

function mayRead(path: string): boolean {
  return process.permission?.has('fs.read', path) ?? true
}

function removeStale(folder: string, isConcerned: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(isConcerned)) {
    const path = join(folder, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > STALE_MILLISECONDS) rmSync(path, { recursive: true, force: true })
  }
}
