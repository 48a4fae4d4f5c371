import { type Dirent, realpathSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isInDraftsFolder } from '../../content/source/article-path.ts'
import { type SeedKind, seedKind } from '../../content/source/seed-kind.ts'
import { findLinkTarget, type LinkTarget } from './link-target.ts'

/** An entry of a folder. */
export interface Listed {
  /** The path relative to the folder, with `/` as separator. */
  readonly path: string
}

/** A file in a folder. */
export interface ListedFile extends Listed {
  /** The real path. For a link, it is the one of the target. */
  readonly file: string
}

/** The content of a folder. */
export interface Listing {
  /** Files, and links to files in the folder. */
  readonly files: ListedFile[]
  /** The paths of links to folders, which end in `/`, and of broken links. */
  readonly others: string[]
  /** Links that lead out of the folder. */
  readonly outside: Listed[]
  /** Pipes and devices. */
  readonly endless: Listed[]
  /** Subfolders that the system refuses to list. */
  readonly refused: { readonly path: string; readonly cause: unknown }[]
}

/** Lists a folder with its subfolders, without hidden files. Rejects if the folder itself cannot be listed. */
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

/** Adds the content of a folder to the listing. Gives its subfolders. */
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

/** Kinds of files whose text must not be published as an article. */
const NO_ARTICLES: readonly SeedKind[] = ['settings', 'ledger', 'defaults']

/**
 * Whether following a link would publish a file that is held back: a draft, or an article whose name starts with a dot or
 * an underscore. Shared media may be in an ignored folder.
 */
function isKeptBack(link: string, file: string): boolean {
  if (isInDraftsFolder(file) && !isInDraftsFolder(link)) return true
  if (seedKind(link) !== 'article') return false
  const isLeftAlone = seedKind(file) === 'hidden' && seedKind(file.replaceAll(HIDING, '')) === 'article'
  return isLeftAlone || NO_ARTICLES.includes(seedKind(file))
}

/** The start of a name that makes a file or folder ignored. */
const HIDING = /(?<=^|\/)[._]+/g
