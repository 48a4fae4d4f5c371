import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { printError } from '../cli/print.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { isDeadLink } from '../files/link-target.ts'

/** How often to look whether the folder is still the one that is watched. */
const LOOK_MILLISECONDS = 300

/** What happens to a folder that is watched. */
interface FolderEvents {
  /** Something in it has changed, or another folder is in its place. */
  readonly onChange: () => void
  readonly onGone: () => void
}

/**
 * Watches what is called by a name, whichever folder that is: the system watches a folder itself, and tells neither that
 * another has come to its place, nor that a link leads elsewhere.
 */
export class FolderWatch {
  readonly #folder: string
  readonly #events: FolderEvents
  readonly #timer: NodeJS.Timeout
  /** Which folder is watched; undefined while there is none. */
  #identity: string | undefined
  #watcher: FSWatcher | undefined

  constructor(folder: string, events: FolderEvents) {
    this.#folder = folder
    this.#events = events
    this.#identity = identify(folder)
    this.#watcher = this.#watch()
    this.#timer = setInterval(() => this.#look(), LOOK_MILLISECONDS)
  }

  /** Whether there is no folder of that name now. */
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
    // What is written while the watch begins is not told of, so what is built is what is there then.
    else this.#watcher?.once('ready', this.#events.onChange)
  }

  #watch(): FSWatcher {
    const watcher = watchFolders([this.#folder], this.#events.onChange)
    return watcher.on('unlinkDir', (path) => {
      // It may be back before the next look, as it was, and be watched no more.
      if (this.#watcher === watcher && resolve(path) === resolve(this.#folder)) this.#identity = 'lost'
    })
  }
}

/** Tells a folder from every other that has had its name. A number of an inode is given again at once. */
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
 * Calls back at every change in the folders, of the files that `readFolder` would read: a link to a file is followed, one
 * to a folder is not. What cannot be watched is told of in one line, and the rest is watched on.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): FSWatcher {
  const told = new Set<string>()
  return watch([...folders], { ignoreInitial: true, ignored: (path) => isDeadLink(path, folders) })
    .on('all', onChange)
    .on('error', (error) => {
      const reason = describeRefusal(error)
      // The system may refuse thousands of files for one reason.
      if (!told.has(reason))
        printError(`error Cannot watch all files: ${reason}. Some changes may go unnoticed`)
      told.add(reason)
    })
}
