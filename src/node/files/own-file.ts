import { randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * The kinds of files that a process writes beside a target: the new content of the target, or a claim to write it alone.
 */
export type OwnKind = 'part' | 'claim'

/** A file of a process, found beside a target. */
export interface OwnFile {
  readonly path: string
  readonly process: number
}

/** No command keeps such a file for so long. After a restart, another process may have the same number. */
const STALE_MILLISECONDS = 60 * 60 * 1000

/** `.NAME.PROCESS-CHANCE.KIND` */
const OWN_NAME = /^\.(?<name>.+)\.(?<process>\d+)-[\da-f]{8}\.(?<kind>part|claim)$/

/** A path beside a target that no other process uses. It begins with a dot, so that the file is not read as a seed. */
export function ownPath(place: string, kind: OwnKind): string {
  const name = `.${basename(place)}.${process.pid}-${randomBytes(4).toString('hex')}.${kind}`
  return join(dirname(place), name)
}

/** Whether a file has such a name. */
export function isOwnFile(path: string): boolean {
  return OWN_NAME.test(basename(path))
}

/** Whether the process of a file has ended without deleting it. */
export async function isAbandoned(path: string): Promise<boolean> {
  const owner = OWN_NAME.exec(basename(path))?.groups?.['process']
  if (owner === undefined) return false
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs > STALE_MILLISECONDS || !isRunning(Number(owner))
}

/** Lists the files of a kind beside a target that belong to running processes. Deletes those of killed processes. */
export async function listOwnFiles(place: string, kind: OwnKind): Promise<readonly OwnFile[]> {
  const found: OwnFile[] = []
  for (const file of await readdir(dirname(place)).catch((): string[] => [])) {
    const groups = OWN_NAME.exec(file)?.groups
    if (groups?.['name'] !== basename(place)) continue
    const path = join(dirname(place), file)
    // A file that cannot be deleted does no harm.
    if (await isAbandoned(path)) await rm(path, { force: true }).catch(() => {})
    else if (groups['kind'] === kind) found.push({ path, process: Number(groups['process']) })
  }
  return found
}

/** Signal 0 does not reach the process: the system only checks that the process exists. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
