import { randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What a process keeps beside a place: what is to stand there, or its claim to be alone in writing there. */
export type OwnKind = 'part' | 'claim'

/** A file of a process, found beside a place. */
export interface OwnFile {
  readonly path: string
  readonly process: number
}

/** Longer than any command holds such a file. After a restart another process may have the number of one that is gone. */
const STALE_MILLISECONDS = 60 * 60 * 1000

/** `.NAME.PROCESS-CHANCE.KIND` */
const OWN_NAME = /^\.(?<name>.+)\.(?<process>\d+)-[\da-f]{8}\.(?<kind>part|claim)$/

/** A path beside a place that no other process uses. It begins with a dot, so that nobody takes it for a seed. */
export function ownPath(place: string, kind: OwnKind): string {
  const name = `.${basename(place)}.${process.pid}-${randomBytes(4).toString('hex')}.${kind}`
  return join(dirname(place), name)
}

/** Whether a file has such a name. */
export function isOwnFile(path: string): boolean {
  return OWN_NAME.test(basename(path))
}

/** Whether a file of a process is of no use any more: that was killed. */
export async function isAbandoned(path: string): Promise<boolean> {
  const owner = OWN_NAME.exec(basename(path))?.groups?.['process']
  if (owner === undefined) return false
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs > STALE_MILLISECONDS || !isRunning(Number(owner))
}

/** The files of this kind that running processes have beside a place. Takes away those of processes that were killed. */
export async function listOwnFiles(place: string, kind: OwnKind): Promise<readonly OwnFile[]> {
  const found: OwnFile[] = []
  for (const file of await readdir(dirname(place)).catch((): string[] => [])) {
    const groups = OWN_NAME.exec(file)?.groups
    if (groups?.['name'] !== basename(place)) continue
    const path = join(dirname(place), file)
    // What cannot be taken away harms nobody.
    if (await isAbandoned(path)) await rm(path, { force: true }).catch(() => {})
    else if (groups['kind'] === kind) found.push({ path, process: Number(groups['process']) })
  }
  return found
}

/** Signal 0 is none: the system only tells whether there is a process that could get one. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
