import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ByteReader } from '../../bundle/byte-reader.ts'
import { ByteWriter } from '../../bundle/byte-writer.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/*
 * The process that talks to Cloudflare reads no articles, and the process that reads articles has no token. The first one
 * gives the ledgers of the live versions to the second one in a file beside the bundle.
 */

/** The ledgers that the deployed versions of a Worker carry. */
export interface LiveLedgers {
  /** Whether a version is deployed, as far as that is known. */
  readonly isLive: boolean
  /** The versions whose ledgers are in this list. After the merge, they need not be read again. */
  readonly merged: readonly string[]
  /** The compressed ledgers. A newer one comes before the older ones that it has merged. */
  readonly ledgers: readonly Uint8Array[]
}

/**
 * Writes the ledgers to a temporary file for another process, and calls `use` with its path. The file is in the folder of
 * the bundle, and is deleted afterwards. Rejects as `use` does, and if the system refuses.
 */
export async function handOver<T>(
  directory: string,
  { isLive, merged, ledgers }: LiveLedgers,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const writer = new ByteWriter()
  writer.writeNumber(isLive ? 1 : 0)
  writer.writeList(merged, (version) => writer.writeText(version))
  writer.writeList(ledgers, (bytes) => writer.writeBytes(bytes))
  const place = resolve(join(directory, 'live.bin'))
  await mkdir(directory, { recursive: true })
  await listOwnFiles(place, 'part')
  const path = ownPath(place, 'part')
  await writeFile(path, writer.finish(), { flag: 'wx' })
  try {
    return await use(path)
  } finally {
    await rm(path, { force: true })
  }
}

/** Reads the ledgers from such a file. Rejects if there is no such file, or if it is malformed. */
export async function takeOver(path: string): Promise<LiveLedgers> {
  const reader = new ByteReader(new Uint8Array(await readFile(path)))
  const isLive = reader.readNumber() === 1
  const merged = reader.readList(() => reader.readText())
  const ledgers = reader.readList(() => reader.readBytes())
  reader.finish()
  return { isLive, merged, ledgers }
}
