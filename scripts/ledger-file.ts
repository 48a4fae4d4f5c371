import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LEDGER_PATH } from '../src/ledger/ledger-codec.ts'
import type { Ledger } from '../src/model/ledger.ts'
import type { Seed } from '../src/model/seed.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { placeOf, type StagedFile, stageFile } from './staged-file.ts'

/** Whether the ledger of a folder, as it was read, is this text already, to the byte. */
export function isLedgerWritten(seeds: readonly Seed[], text: string): boolean {
  const written = seeds.find(({ path }) => path === LEDGER_PATH)
  return written !== undefined && Buffer.from(text).equals(written.bytes)
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

/** Writes the ledger of a folder, to be put in its place later. Both throw a UsageError where the system refuses. */
export async function stageLedger(directory: string, text: string): Promise<StagedFile> {
  const staged = await stageFile(join(directory, LEDGER_PATH), text).catch(refuse(directory))
  return { ...staged, commit: () => staged.commit().catch(refuse(directory)) }
}

/** Writes the ledger of a folder; it appears whole or not at all. Throws a UsageError where the system refuses. */
export async function writeLedger(directory: string, text: string): Promise<void> {
  const staged = await stageLedger(directory, text)
  try {
    await staged.commit()
  } finally {
    await staged.discard()
  }
}

function refuse(directory: string): (cause: unknown) => never {
  return (cause) => {
    const message =
      `Cannot write ${join(directory, LEDGER_PATH)}: ${describeRefusal(cause)}. Make the folder writable: what is ` +
      'published must be remembered there'
    throw new UsageError(message, { cause })
  }
}
