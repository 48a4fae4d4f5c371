import { setTimeout as pause } from 'node:timers/promises'
import type { Pack, PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import type { PackStorage } from './pack-storage.ts'
import { isWhole } from './stored-value.ts'

/** The size of a request. A small one shows progress on a slow line, and a failure costs little. */
const BATCH_BYTES = 8_000_000
const BATCH_PACKS = 100

/** How often missing packs are sent again. */
const ATTEMPTS = 3

/** How often a batch is sent, and how often the list of stored packs is read. The pause doubles each time. */
const ROUNDS = 5

/** Where packs come from, and what to report. */
export interface PushOptions {
  readonly read: (key: PackKey) => Promise<Uint8Array>
  /** The moment of storing, as RFC 3339. `gc` uses it to find old packs. */
  readonly stored: string
  /** Called after each stored batch, with the number of its packs and their bytes. */
  readonly onStored: (packs: number, bytes: number) => void
  /** The first pause before another attempt. Each further pause is twice as long. */
  readonly pauseMilliseconds?: number
}

/** Which of the needed packs the storage lacks, in the same order. Rejects with a UsageError if Cloudflare refuses. */
export async function findLacking(
  storage: PackStorage,
  needed: readonly PackKey[],
): Promise<readonly PackKey[]> {
  if (needed.length === 0) return []
  const stored = new Set((await storage.list()).map(({ key }) => key))
  return needed.filter((key) => !stored.has(key))
}

/**
 * Stores packs. Resolves once the storage lists all of them, and gives back the first pack of each batch unchanged. Sends a
 * pack again if the reply names it as not stored, or if the storage does not list it after a while. Rejects with a
 * UsageError if packs stay missing. The packs that are stored stay there, so that the next push continues from them.
 */
export async function pushPacks(
  storage: PackStorage,
  lacking: readonly PackKey[],
  pushing: PushOptions,
): Promise<void> {
  let missing = lacking
  const samples: PackKey[] = []
  for (let attempt = 0; attempt < ATTEMPTS && missing.length > 0; attempt++) {
    for await (const batch of inBatches(missing, pushing.read)) {
      await storeBatch(storage, batch, pushing)
      samples.push(...batch.slice(0, 1).map(({ key }) => key))
    }
    missing = await awaitStored(storage, missing, pushing)
  }
  if (missing.length > 0) {
    throw new UsageError(
      `${missing.length} of ${lacking.length} packs are not to be seen where they were stored. Run this again: it stores what is missing`,
    )
  }
  // A fault that damages all packs of a batch also damages its first.
  for (const key of new Set(samples)) {
    const bytes = await storage.read(key)
    if (bytes !== undefined && isWhole({ key, bytes })) continue
    throw new UsageError(
      `Cloudflare does not give back the pack ${key} as it was stored. Run this again later`,
    )
  }
}

async function* inBatches(
  keys: readonly PackKey[],
  read: PushOptions['read'],
): AsyncGenerator<readonly Pack[]> {
  let batch: Pack[] = []
  let weight = 0
  for (const key of keys) {
    const bytes = await read(key)
    if (!isWhole({ key, bytes })) {
      throw new UsageError(`The pack ${key} is damaged on this disk. Delete dist/ and build again`)
    }
    if (batch.length === BATCH_PACKS || (batch.length > 0 && weight + bytes.length > BATCH_BYTES)) {
      yield batch
      batch = []
      weight = 0
    }
    batch.push({ key, bytes })
    weight += bytes.length
  }
  if (batch.length > 0) yield batch
}

async function storeBatch(
  storage: PackStorage,
  batch: readonly Pack[],
  { stored, onStored, ...pushing }: PushOptions,
): Promise<void> {
  let left = batch
  for (const wait of pauses(pushing)) {
    const failed = new Set(await storage.write(left, stored))
    const done = left.filter(({ key }) => !failed.has(key))
    onStored(
      done.length,
      done.reduce((sum, { bytes }) => sum + bytes.length, 0),
    )
    left = left.filter(({ key }) => failed.has(key))
    if (left.length === 0) return
    await pause(wait)
  }
  throw new UsageError(
    `Cloudflare did not store ${left.length} of ${batch.length} packs, asked ${ROUNDS} times. Run this again later`,
  )
}

/** Waits until the storage lists the packs. Resolves to those that it still does not list at the end. */
async function awaitStored(
  storage: PackStorage,
  keys: readonly PackKey[],
  pushing: PushOptions,
): Promise<readonly PackKey[]> {
  let missing = keys
  for (const wait of pauses(pushing)) {
    missing = await findLacking(storage, missing)
    if (missing.length === 0) break
    await pause(wait)
  }
  return missing
}

function pauses({ pauseMilliseconds = 1000 }: Pick<PushOptions, 'pauseMilliseconds'>): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) => pauseMilliseconds * 2 ** round)
}
