import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LEDGER_PATH } from '../src/ledger/ledger-codec.ts'
import type { Ledger } from '../src/model/ledger.ts'
import type { Seed } from '../src/model/seed.ts'
import { claimPlace } from './claim-place.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { hasCode, placeOf, type StagedFile, stageFile } from './staged-file.ts'

/** The bytes of a ledger as it was read, if there was one. */
export type ReadLedger = Uint8Array | undefined

/** The ledger of a folder as it was read with all the rest. */
export function ledgerAmong(seeds: readonly Seed[]): ReadLedger {
  return seeds.find(({ path }) => path === LEDGER_PATH)?.bytes
}

/** Whether a ledger, as it was read, is this text already, to the byte. */
export function isLedgerWritten(written: ReadLedger, text: string): boolean {
  return written !== undefined && Buffer.from(text).equals(written)
}

/** Whether a file holds nothing that could be lost: no text, or JSON that is empty. */
export function isLedgerEmpty(bytes: Uint8Array): boolean {
  return /^(?:\[\s*\]|\{\s*\})?$/.test(new TextDecoder().decode(bytes).trim())
}

/** What of a ledger would be written otherwise, though nothing changes for anybody else. */
export function renderRewriting(before: Ledger | undefined, after: Ledger): string {
  const paths = new Map((before?.entries ?? []).map(({ id, path }) => [id, path]))
  const renamed = after.entries.filter(({ id, path }) => paths.has(id) && paths.get(id) !== path)
  const [first] = renamed
  if (first === undefined) return 'nothing changes but the form that it is written in'
  const more = renamed.length === 1 ? '' : ` and ${renamed.length - 1} more`
  return `nothing changes but the paths of files: ${paths.get(first.id)} → ${first.path}${more}`
}

/** Why a build with a frozen ledger fails; `changes` tells in one line what would change. */
export function renderThaw(directory: string, changes: string): string {
  const file = join(directory, LEDGER_PATH)
  return `Nothing was built: ${file} would change (${changes}). Build without --frozen-ledger, and keep the file that it writes`
}

/** Throws a UsageError where a ledger cannot be written: better before anything else is. */
export async function assertLedgerWritable(directory: string): Promise<void> {
  const place = await placeOf(join(directory, LEDGER_PATH))
  await access(dirname(place), constants.W_OK).catch(refuse(directory))
}

/**
 * Writes the ledger of a folder, to be put in its place later. There must stand then what was read `before`: else another
 * build has written what this one does not know, and would be lost. Both throw a UsageError where the system refuses.
 */
export async function stageLedger(directory: string, text: string, before: ReadLedger): Promise<StagedFile> {
  const path = join(directory, LEDGER_PATH)
  const staged = await stageFile(path, text).catch(refuse(directory))
  const commit = async (): Promise<void> => {
    const claim = await claimPlace(await placeOf(path), path)
    try {
      await assertAsRead(path, before)
      await staged.commit()
    } finally {
      await claim.release()
    }
  }
  return { ...staged, commit: () => commit().catch(refuse(directory)) }
}

/** Writes the ledger of a folder, likewise; it appears whole or not at all. */
export async function writeLedger(directory: string, text: string, before: ReadLedger): Promise<void> {
  const staged = await stageLedger(directory, text, before)
  try {
    await staged.commit()
  } finally {
    await staged.discard()
  }
}

async function assertAsRead(path: string, before: ReadLedger): Promise<void> {
  const now = await readFile(path).catch((cause): undefined => {
    if (!hasCode(cause, 'ENOENT')) throw cause
  })
  const isSame = now === undefined || before === undefined ? now === before : now.equals(before)
  if (isSame) return
  const told = `${path} was changed while this was built, by another build or by hand, so nothing was written.`
  throw new UsageError(`${told} Build again: that reads it as it is now`)
}

function refuse(directory: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof UsageError) throw cause
    const message =
      `Cannot write ${join(directory, LEDGER_PATH)}: ${describeRefusal(cause)}. Make the folder writable: what is ` +
      'published must be remembered there'
    throw new UsageError(message, { cause })
  }
}
