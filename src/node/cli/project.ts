import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/*
 * Only this module knows where things are: the engine's own files, and the user's. Today both are in this repository.
 * Loaded before all else by `compile-cache.ts`, so it imports no other module of ours.
 */

/** The folder that has the engine's sources and its package.json. */
const ENGINE_ROOT = join(import.meta.dirname, '../../..')

/** The folder that has the user's wrangler.toml and installed packages. */
const USER_ROOT = ENGINE_ROOT

/** The folders of all sources. */
export const SOURCE_FOLDERS = ['src', 'scripts'].map(inEngine)

/** Modules that are bundled, or started by their paths, instead of imported. */
export const MODULES = {
  worker: inEngine('src/index.ts'),
  localWorker: inEngine('src/node/dev/local-entry.ts'),
  buildChild: inEngine('src/node/dev/build-child.ts'),
  workerThread: inEngine('src/node/build/worker-thread.ts'),
  compileCache: inEngine('src/node/cli/compile-cache.ts'),
} as const

/** What packages are asked for. Another tool than npm writes another lockfile. */
const PACKAGE_FILES = ['package.json', 'package-lock.json'].map(inEngine)

/** What packages are asked for, and what is installed: after `git pull`, that may be another version until `npm install`. */
export const PACKAGE_VERSIONS = [...PACKAGE_FILES, join(USER_ROOT, 'node_modules/.package-lock.json')]

/** A change of these changes what `npm start` builds and serves. */
export const WATCHED_SOURCES = [...SOURCE_FOLDERS, inEngine('package-lock.json')]

/** What a build reads beside the articles: neither what wrangler keeps in the project nor a file of variables. */
export const READ_BY_BUILD = [...SOURCE_FOLDERS, join(USER_ROOT, 'node_modules'), ...PACKAGE_FILES]

/** The folder of articles and the folder of the bundle, below the working folder, unless options name others. */
export const DEFAULT_SEEDS = 'seeds'
export const DEFAULT_OUT = 'dist'

/** The name of wrangler's configuration. Commands that deploy read it in the working folder, as wrangler does. */
export const WRANGLER_TOML = 'wrangler.toml'

/** The same file of the project, wherever a command runs. */
export const PROJECT_WRANGLER_TOML = join(USER_ROOT, WRANGLER_TOML)

/** Everything that may be lost: it is made again. */
export const CACHE = join(USER_ROOT, 'node_modules/.cache')

/** What builds made, for the next builds. */
export const BUILD_CACHE = join(CACHE, 'strillone')

/** What Node has compiled. */
export const COMPILE_CACHE = join(CACHE, 'node')

/** How the paths of the folders begin in which builds work that remember nothing. */
export function workFolderPrefix(): string {
  return join(tmpdir(), 'strillone-work-')
}

/** A file of an installed package, which need not export its path: every package exports its description. */
export function packageFile(name: string, path: string): string {
  const { resolve } = createRequire(join(USER_ROOT, 'package.json'))
  return join(dirname(resolve(`${name}/package.json`)), path)
}

function inEngine(path: string): string {
  return join(ENGINE_ROOT, path)
}
