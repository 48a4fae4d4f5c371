import { type Dirent, realpathSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isInDraftsFolder } from '../../content/source/article-path.ts'
import { type SeedKind, seedKind } from '../../content/source/seed-kind.ts'
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
  if (target.kind === 'file' && isKeptBack(path, relative(root, target.file).replaceAll(sep, '/')))
    listing.outside.push({ path })
  else if (target.kind === 'file') listing.files.push({ path, file: target.file })
  else if (target.kind === 'outside') listing.outside.push({ path })
  else listing.others.push(target.kind === 'folder' ? `${path}/` : path)
}

/** What says something else than an article does, or to whom it is not told. */
const NO_ARTICLES: readonly SeedKind[] = ['settings', 'ledger', 'defaults']

/**
 * Whether a link would show what is kept back where it lies: drafts stay drafts, whatever leads there, and an article that
 * is left alone stays so. What is shared among articles may lie in a folder that is left alone.
 */
function isKeptBack(link: string, file: string): boolean {
  if (isInDraftsFolder(file) && !isInDraftsFolder(link)) return true
  if (seedKind(link) !== 'article') return false
  const isLeftAlone = seedKind(file) === 'hidden' && seedKind(file.replaceAll(HIDING, '')) === 'article'
  return isLeftAlone || NO_ARTICLES.includes(seedKind(file))
}

/** What the name of a file or folder begins with that is left alone. */
const HIDING = /(?<=^|\/)[._]+/g
