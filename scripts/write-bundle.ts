import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderBulkFiles } from '../src/bundle/bulk-file.ts'
import type { Bundle } from '../src/bundle/bundle.ts'
import { encodeEmbedded } from '../src/bundle/embedded-codec.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'

/** Written last: where it stands, the rest does too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: `packs-001.json` … for `wrangler kv bulk put`, then `hot.bin` and `release.bin` for the
 * Worker. Each file appears whole, the release last: what stood there before holds until then. Other files stay.
 * `beforeRelease` does what must be done by then, once all else is. Throws a UsageError where the system refuses, and
 * what `beforeRelease` rejects with.
 */
export async function writeBundle(
  bundle: Bundle,
  directory: string,
  beforeRelease: () => Promise<void> = async () => {},
): Promise<void> {
  const bulk = renderBulkFiles(bundle.packs).map((text, index): [string, string] => [
    bulkFileName(index),
    text,
  ])
  try {
    await mkdir(directory, { recursive: true })
    for (const [name, text] of bulk) await replaceFile(join(directory, name), text)
    await replaceFile(join(directory, 'hot.bin'), encodeEmbedded(bundle.embedded))
    await beforeRelease()
    await replaceFile(join(directory, RELEASE), bundle.release)
    for (const name of await readdir(directory)) {
      if (isBulkFileName(name) && !bulk.some(([kept]) => kept === name)) await rm(join(directory, name))
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const message = `Cannot write to ${directory}: ${describeRefusal(cause)}. Name a folder with --out DIR`
    throw new UsageError(message, { cause })
  }
}

/** Whether a folder holds a bundle that was written whole. */
export async function holdsBundle(directory: string): Promise<boolean> {
  return access(join(directory, RELEASE)).then(
    () => true,
    () => false,
  )
}

/** Whether a file of a bundle's folder holds packs. */
export function isBulkFileName(name: string): boolean {
  return /^packs-\d{3,}\.json$/.test(name)
}

function bulkFileName(index: number): string {
  return `packs-${String(index + 1).padStart(3, '0')}.json`
}

async function replaceFile(path: string, contents: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, contents)
  await rename(`${path}.part`, path)
}
