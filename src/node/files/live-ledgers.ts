import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ByteReader } from '../../bundle/byte-reader.ts'
import { ByteWriter } from '../../bundle/byte-writer.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/*
 * The process that speaks to Cloudflare opens no article, and the one that reads the folder holds no token. The one hands
 * the ledgers of what is live to the other in a file beside the bundle.
 */

/** The ledgers that the deployed versions of a Worker carry. */
export interface LiveLedgers {
  /** Whether any version is deployed, as far as one can tell: where in doubt, one is. */
  readonly isLive: boolean
  /** The versions that need not be read again once these ledgers are merged. */
  readonly merged: readonly string[]
  /** The compressed ledgers, a newer one before those that are merged in it. */
  readonly ledgers: readonly Uint8Array[]
}

/**
 * Has another process know these ledgers: calls `use` with the path of the file for it, below the folder of a bundle.
 * Rejects as `use` does, and where the system refuses.
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

/** The ledgers that were handed over in a file. Rejects where there are none. */
export async function takeOver(path: string): Promise<LiveLedgers> {
  const reader = new ByteReader(new Uint8Array(await readFile(path)))
  const isLive = reader.readNumber() === 1
  const merged = reader.readList(() => reader.readText())
  const ledgers = reader.readList(() => reader.readBytes())
  reader.finish()
  return { isLive, merged, ledgers }
}
