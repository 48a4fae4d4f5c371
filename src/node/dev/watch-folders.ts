import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { printError } from '../cli/print.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { isDeadLink } from '../files/link-target.ts'

/** How often to check that the watched folder is still the same. */
const LOOK_MILLISECONDS = 300

/** The events of a watched folder. */
interface FolderEvents {
  /** A file has changed, or another folder has taken the folder's place. */
  readonly onChange: () => void
  readonly onGone: () => void
}

/**
 * Watches the folder at a path, even if it is replaced. The system only watches the folder itself: it does not report that
 * another folder takes its place, or that a link changes its target.
 */
export class FolderWatch {
  readonly #folder: string
  readonly #events: FolderEvents
  readonly #timer: NodeJS.Timeout
  /** Identifies the watched folder. Undefined if there is none. */
  #identity: string | undefined
  #watcher: FSWatcher | undefined

  constructor(folder: string, events: FolderEvents) {
    this.#folder = folder
    this.#events = events
    this.#identity = identify(folder)
    this.#watcher = this.#watch()
    this.#timer = setInterval(() => this.#look(), LOOK_MILLISECONDS)
  }

  /** Whether the folder does not exist now. */
  isGone(): boolean {
    this.#look()
    return this.#identity === undefined
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#watcher?.close()
  }

  #look(): void {
    const identity = identify(this.#folder)
    if (identity === this.#identity) return
    this.#identity = identity
    void this.#watcher?.close()
    this.#watcher = identity === undefined ? undefined : this.#watch()
    if (identity === undefined) this.#events.onGone()
    // Changes during the start of the watch are not reported, so it reports one when it has started.
    else this.#watcher?.once('ready', this.#events.onChange)
  }

  #watch(): FSWatcher {
    const watcher = watchFolders([this.#folder], this.#events.onChange)
    return watcher.on('unlinkDir', (path) => {
      // A deleted folder may be back, unchanged, before the next look, and would then not be watched.
      if (this.#watcher === watcher && resolve(path) === resolve(this.#folder)) this.#identity = 'lost'
    })
  }
}

/** Identifies a folder, also against a later one at the same path. The system may reuse the inode number at once. */
function identify(folder: string): string | undefined {
  try {
    const found = statSync(folder, { bigint: true })
    if (!found.isDirectory()) return undefined
    return [realpathSync.native(folder), found.dev, found.ino, found.birthtimeNs].join(' ')
  } catch {
    return undefined
  }
}

/**
 * Calls `onChange` at every change in the folders that `readFolder` would see: it follows links to files, but not to
 * folders. If some files cannot be watched, it prints one error and watches the others.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): FSWatcher {
  const told = new Set<string>()
  return watch([...folders], { ignoreInitial: true, ignored: (path) => isDeadLink(path, folders) })
    .on('all', onChange)
    .on('error', (error) => {
      const reason = describeRefusal(error)
      // The system may refuse thousands of files for the same reason.
      if (!told.has(reason))
        printError(`error Cannot watch all files: ${reason}. Some changes may go unnoticed`)
      told.add(reason)
    })
}
