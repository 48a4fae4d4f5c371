import { type Dirent, realpathSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isInDraftsFolder } from '../../content/source/article-path.ts'
import { seedKind } from '../../content/source/seed-kind.ts'
import { findLinkTarget, type LinkTarget } from './link-target.ts'

/** Something in a folder. */
export interface Listed {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string
}

/** A file of a folder. */
export interface ListedFile extends Listed {
  /** Its real path, which may be another file's where this is a link. */
  readonly file: string
}

/** What lies below a folder. */
export interface Listing {
  /** Files, and links to files of the folder. */
  readonly files: ListedFile[]
  /** The paths of links to folders, which end in `/`, and of links that lead nowhere. */
  readonly others: string[]
  /** Links that lead out of the folder. */
  readonly outside: Listed[]
  /** What is neither file nor folder nor link: pipes, devices. */
  readonly endless: Listed[]
  /** Folders that the system does not let us list. */
  readonly refused: { readonly path: string; readonly cause: unknown }[]
}

/** Lists a folder in any depth, without what is hidden. Rejects only where the folder itself cannot be listed. */
export async function listFiles(directory: string): Promise<Listing> {
  const listing: Listing = { files: [], others: [], outside: [], endless: [], refused: [] }
  const root = realpathSync.native(directory)
  const folders = await listFolder(root, '', listing)
  for (const path of folders) {
    try {
      folders.push(...(await listFolder(root, path, listing)))
    } catch (cause) {
      listing.refused.push({ path, cause })
    }
  }
  return listing
}

/** Adds what a folder holds to the listing; gives the folders within it. */
async function listFolder(root: string, folder: string, listing: Listing): Promise<string[]> {
  const folders: string[] = []
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (seedKind(path) === 'hidden') continue
    if (entry.isDirectory()) folders.push(path)
    else addEntry(listing, root, path, entry)
  }
  return folders
}

function addEntry(listing: Listing, root: string, path: string, entry: Dirent): void {
  const file = join(root, path)
  if (entry.isFile()) listing.files.push({ path, file })
  else if (!entry.isSymbolicLink()) listing.endless.push({ path })
  else addLink(listing, path, findLinkTarget(root, file), root)
}

function addLink(listing: Listing, path: string, target: LinkTarget, root: string): void {
  // What lies among drafts stays a draft, whatever leads there.
  const isDraft = target.kind === 'file' && isInDraftsFolder(relative(root, target.file).replaceAll(sep, '/'))
  if (isDraft && !isInDraftsFolder(path)) listing.outside.push({ path })
  else if (target.kind === 'file') listing.files.push({ path, file: target.file })
  else if (target.kind === 'outside') listing.outside.push({ path })
  else listing.others.push(target.kind === 'folder' ? `${path}/` : path)
}
