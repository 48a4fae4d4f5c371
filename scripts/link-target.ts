import { lstatSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

/** What a link leads to. Nowhere are a broken link, a loop, and what cannot be read to its end: a device, a pipe. */
export type LinkTarget = 'file' | 'folder' | 'nowhere'

/** Follows a link to its end. */
export function findLinkTarget(path: string): LinkTarget {
  try {
    const found = statSync(path)
    if (found.isDirectory()) return 'folder'
    return found.isFile() ? 'file' : 'nowhere'
  } catch {
    return 'nowhere'
  }
}

/** Whether something below the roots is a link that is not followed: only one to a file is, since folders may go round. */
export function isDeadLink(path: string, roots: readonly string[]): boolean {
  // The roots themselves are what was asked for, links or not.
  if (roots.some((root) => resolve(root) === resolve(path))) return false
  try {
    return lstatSync(path).isSymbolicLink() && findLinkTarget(path) !== 'file'
  } catch {
    return false
  }
}
