import { type FSWatcher, watch } from 'chokidar'
import { printError } from '../cli/print.ts'
import { describeRefusal } from '../files/describe-failure.ts'
import { isDeadLink } from '../files/link-target.ts'

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
