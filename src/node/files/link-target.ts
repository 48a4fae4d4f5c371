import { lstatSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * What a link in a folder leads to. Nothing is a broken link, a loop, a pipe; folders may go round. Outside is whatever has
 * its real path out of the folder, or is hidden in it by a dot, as what git keeps there is: of that nothing is asked.
 */
export type LinkTarget =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'folder' | 'nothing' | 'outside' }

/** Follows a link to its end, however many links lie on the way. `root` is the real path of the folder. */
export function findLinkTarget(root: string, path: string): LinkTarget {
  try {
    const file = realpathSync.native(path)
    if (leavesFolder(root, file)) return { kind: 'outside' }
    const found = statSync(file)
    if (found.isFile()) return { kind: 'file', file }
    return { kind: found.isDirectory() ? 'folder' : 'nothing' }
  } catch {
    return { kind: 'nothing' }
  }
}

/** Whether a real path is none of those that a folder shows, by the folder's real path. */
export function leavesFolder(root: string, file: string): boolean {
  const path = relative(root, file)
  return isAbsolute(path) || path.split(sep).some((part) => part.startsWith('.'))
}

/**
 * Whether something below the roots is a link that is not followed: only one to a file of the same root is, since folders
 * may go round, and nothing is read out of a root.
 */
export function isDeadLink(path: string, roots: readonly string[]): boolean {
  const root = roots.map((each) => resolve(each)).find((each) => !relative(each, path).startsWith('..'))
  // The roots themselves are what was asked for, links or not.
  if (root === undefined || root === resolve(path)) return false
  try {
    return lstatSync(path).isSymbolicLink() && findLinkTarget(realpathSync.native(root), path).kind !== 'file'
  } catch {
    return false
  }
}
