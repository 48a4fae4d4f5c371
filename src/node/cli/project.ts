import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/*
 * The only module that knows the paths of the engine's files and the user's, except the one in `compile-cache.js`. Today
 * both are in this repository.
 */

/** The folder with the engine's sources and its package.json. */
const ENGINE_ROOT = join(import.meta.dirname, '../../..')

/** The folder with the user's wrangler.toml and installed packages. */
const USER_ROOT = ENGINE_ROOT

/** The folders of the engine's sources. */
export const SOURCE_FOLDERS = ['src', 'scripts'].map(inEngine)

/** Modules that are bundled or started by their path, and not imported. */
export const MODULES = {
  command: inEngine('scripts/strillone.ts'),
  worker: inEngine('src/index.ts'),
  localWorker: inEngine('src/node/dev/local-entry.ts'),
  buildChild: inEngine('src/node/dev/build-child.ts'),
  workerThread: inEngine('src/node/build/worker-thread.ts'),
  compileCache: inEngine('src/node/cli/compile-cache.js'),
} as const

/** The files that state the required packages. Other tools than npm write other lockfiles. */
const PACKAGE_FILES = ['package.json', 'package-lock.json'].map(inEngine)

/** The required packages, and the installed ones. The two differ after `git pull`, until `npm install`. */
export const PACKAGE_VERSIONS = [...PACKAGE_FILES, join(USER_ROOT, 'node_modules/.package-lock.json')]

/** A change in these files changes what `npm start` builds and serves. */
export const WATCHED_SOURCES = [...SOURCE_FOLDERS, inEngine('package-lock.json')]

/**
 * What a build reads besides the articles. This excludes wrangler's own folder and files of variables, which may have
 * secrets.
 */
export const READ_BY_BUILD = [...SOURCE_FOLDERS, join(USER_ROOT, 'node_modules'), ...PACKAGE_FILES]

/** The default folders of articles and of the bundle, relative to the working folder. */
export const DEFAULT_SEEDS = 'seeds'
export const DEFAULT_OUT = 'dist'

/** The configuration of wrangler. Commands that deploy read it in the working folder, as wrangler does. */
export const WRANGLER_TOML = 'wrangler.toml'

/** The project's own wrangler.toml, independent of the working folder. */
export const PROJECT_WRANGLER_TOML = join(USER_ROOT, WRANGLER_TOML)

/** The folder for files that can be made again. */
export const CACHE = join(USER_ROOT, 'node_modules/.cache')

/** The results of builds, for later builds. */
export const BUILD_CACHE = join(CACHE, 'strillone')

/** The start of the paths of temporary folders. A build works in one if it has no cache. */
export function workFolderPrefix(): string {
  return join(tmpdir(), 'strillone-work-')
}

/**
 * The path of a file in an installed package. The package need not export the file, because every package exports its
 * package.json.
 */
export function packageFile(name: string, path: string): string {
  const { resolve } = createRequire(join(USER_ROOT, 'package.json'))
  return join(dirname(resolve(`${name}/package.json`)), path)
}

function inEngine(path: string): string {
  return join(ENGINE_ROOT, path)
}
