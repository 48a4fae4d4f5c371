import { constants, existsSync } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MOST_LEDGER_BYTES } from '../../content/source/seed-size.ts'
import { MEND_LEDGER, tellTooLarge } from '../../content/source/tell-too-large.ts'
import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { UsageError } from '../cli/command-line.ts'
import { claimPlace } from './claim-place.ts'
import { describeRefusal } from './describe-failure.ts'
import { leavesFolder } from './link-target.ts'
import { type ReadFile, readRegularFile } from './read-regular-file.ts'
import { hasCode, placeOf, type StagedFile, stageFile } from './staged-file.ts'
import { outsideProblem, refusedProblem } from './unread-problem.ts'

/** The bytes of a ledger as they were read. Undefined if there was none. */
export type ReadLedger = Uint8Array | undefined

/** The ledger among the seeds of a folder. */
export function ledgerAmong(seeds: readonly Seed[]): ReadLedger {
  return seeds.find(({ path }) => path === LEDGER_PATH)?.bytes
}

/** Whether the ledger on disk has exactly this text. */
export function isLedgerWritten(written: ReadLedger, text: string): boolean {
  return written !== undefined && Buffer.from(text).equals(written)
}

/** Whether a ledger is empty: no text, or an empty JSON value. */
export function isLedgerEmpty(bytes: Uint8Array): boolean {
  return /^(?:\[\s*\]|\{\s*\})?$/.test(new TextDecoder().decode(bytes).trim())
}

/** Describes the changes in a ledger that no reader notices, in one line. */
export function renderRewriting(before: Ledger | undefined, after: Ledger): string {
  const paths = new Map((before?.entries ?? []).map(({ id, path }) => [id, path]))
  const renamed = after.entries.filter(({ id, path }) => paths.has(id) && paths.get(id) !== path)
  const [first] = renamed
  if (first === undefined) return 'nothing changes but the form that it is written in'
  const more = renamed.length === 1 ? '' : ` and ${renamed.length - 1} more`
  return `nothing changes but the paths of files: ${paths.get(first.id)} → ${first.path}${more}`
}

/** The message of a build that fails because the ledger is frozen. `changes` describes in one line what would change. */
export function renderThaw(directory: string, changes: string): string {
  const file = join(directory, LEDGER_PATH)
  return `Nothing was built: ${file} would change (${changes}). Build without --frozen-ledger, and keep the file that it writes`
}

/** Throws a UsageError if the ledger of a folder cannot be written. Called before anything else is written. */
export async function assertLedgerWritable(directory: string): Promise<void> {
  const place = await findLedger(directory)
  await access(dirname(place), constants.W_OK).catch(refuse(directory))
}

/**
 * Reads the ledger of a folder. Resolves to undefined if there is none. Throws a UsageError if it cannot be read, or if its
 * path leads out of the folder.
 */
export async function readLedgerFile(directory: string): Promise<ReadLedger> {
  const place = await findLedger(directory)
  if (!existsSync(place)) return undefined
  const refused = ({ message }: Problem) => new UsageError(`${join(directory, LEDGER_PATH)}: ${message}`)
  const read = readOrTell(place)
  if ('message' in read) throw refused(read)
  const large = tellTooLarge({ path: LEDGER_PATH, ...read }, MOST_LEDGER_BYTES, MEND_LEDGER)
  if (large) throw refused(large)
  return read.bytes
}

function readOrTell(place: string): ReadFile | Problem {
  try {
    return readRegularFile(place, MOST_LEDGER_BYTES)
  } catch (cause) {
    return refusedProblem(LEDGER_PATH, cause)
  }
}

/**
 * Writes the ledger of a folder beside its place. Its `commit` then moves it there. `before` is the ledger as this build
 * read it. If the folder has another by now, another build wrote it, and replacing it would lose its entries. Both steps
 * throw a UsageError then, and if the system refuses.
 */
export async function stageLedger(directory: string, text: string, before: ReadLedger): Promise<StagedFile> {
  const place = await findLedger(directory)
  const staged = await stageFile(place, text).catch(refuse(directory))
  const commit = async (): Promise<void> => {
    const claim = await claimPlace(place, join(directory, LEDGER_PATH))
    try {
      assertAsRead(await readLedgerFile(directory), before, join(directory, LEDGER_PATH))
      await staged.commit()
    } finally {
      await claim.release()
    }
  }
  return { ...staged, commit: () => commit().catch(refuse(directory)) }
}

/** Writes the ledger of a folder at once: completely or not at all. Throws as `stageLedger` does. */
export async function writeLedger(directory: string, text: string, before: ReadLedger): Promise<void> {
  const staged = await stageLedger(directory, text, before)
  try {
    await staged.commit()
  } finally {
    await staged.discard()
  }
}

function assertAsRead(now: ReadLedger, before: ReadLedger, path: string): void {
  const isSame = now === undefined || before === undefined ? now === before : Buffer.from(now).equals(before)
  if (isSame) return
  const told = `${path} was changed while this was built, by another build or by hand, so nothing was written.`
  throw new UsageError(`${told} Build again: that reads it as it is now`)
}

/** The real path of the ledger. Throws a UsageError if that is outside of the folder. */
async function findLedger(directory: string): Promise<string> {
  const path = join(directory, LEDGER_PATH)
  const place = await placeOf(path).catch((cause) => {
    // A process with restricted permissions gets this error for a path outside of the folder.
    if (!hasCode(cause, 'ERR_ACCESS_DENIED')) refuse(directory)(cause)
  })
  if (place !== undefined && !leavesFolder(await realpath(directory), place)) return place
  throw new UsageError(`${path}: ${outsideProblem(LEDGER_PATH).message}`)
}

function refuse(directory: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof UsageError) throw cause
    const message = `Cannot write ${join(directory, LEDGER_PATH)}: ${describeRefusal(cause)}. Make the folder writable`
    throw new UsageError(message, { cause })
  }
}
