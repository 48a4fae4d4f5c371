import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { seedKind } from '../src/content/seed-kind.ts'
import { findLinkTarget } from './link-target.ts'

/** What lies below a folder, all of it by paths relative to it, with `/` between their parts. */
export interface Listing {
  /** Files, and links to files. */
  readonly files: string[]
  /** What is neither file nor folder: links to folders, which end in `/`, links that lead nowhere, pipes, devices. */
  readonly others: string[]
  /** Folders that the system does not let us list. */
  readonly refused: { readonly path: string; readonly cause: unknown }[]
}

/** Lists a folder in any depth, without what is hidden. Rejects only where the folder itself cannot be listed. */
export async function listFiles(directory: string): Promise<Listing> {
  const listing: Listing = { files: [], others: [], refused: [] }
  const folders = await listFolder(directory, '', listing)
  for (const path of folders) {
    try {
      folders.push(...(await listFolder(directory, path, listing)))
    } catch (cause) {
      listing.refused.push({ path, cause })
    }
  }
  return listing
}

/** Adds what a folder holds to the listing; gives the folders within it. */
async function listFolder(directory: string, folder: string, listing: Listing): Promise<string[]> {
  const folders: string[] = []
  for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (seedKind(path) === 'hidden') continue
    const kind = kindOf(entry, join(directory, path))
    if (kind === 'file') listing.files.push(path)
    else if (kind === 'folder') folders.push(path)
    else listing.others.push(kind === 'link to folder' ? `${path}/` : path)
  }
  return folders
}

function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'link to folder' | 'nothing' {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'nothing'
  const target = findLinkTarget(path)
  if (target === 'folder') return 'link to folder'
  return target === 'file' ? 'file' : 'nothing'
}
