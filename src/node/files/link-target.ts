import { lstatSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * What a link in a folder leads to.
 * - `nothing`: a broken link, a loop, a pipe, or a device.
 * - `folder`: not followed, because folders may lead back to themselves.
 * - `outside`: the real path is outside of the folder, or hidden in it by a dot, as the files of git are. Such a target is
 *   not inspected.
 */
export type LinkTarget =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'folder' | 'nothing' | 'outside' }

/** Follows a link, and all links on the way, to its target. `root` is the real path of the folder. Does not throw. */
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

/** Whether a real path is outside of a folder or hidden in it. `root` is the real path of the folder. */
export function leavesFolder(root: string, file: string): boolean {
  const path = relative(root, file)
  return isAbsolute(path) || path.split(sep).some((part) => part.startsWith('.'))
}

/**
 * Whether a path below the roots is a link that is not followed. A link is only followed to a file of the same root,
 * because folders may lead back to themselves, and nothing is read outside of a root.
 */
export function isDeadLink(path: string, roots: readonly string[]): boolean {
  const root = roots.map((each) => resolve(each)).find((each) => !relative(each, path).startsWith('..'))
  // The user named the roots, so they may be links.
  if (root === undefined || root === resolve(path)) return false
  try {
    return lstatSync(path).isSymbolicLink() && findLinkTarget(realpathSync.native(root), path).kind !== 'file'
  } catch {
    return false
  }
}
