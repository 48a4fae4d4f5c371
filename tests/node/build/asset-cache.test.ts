import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAsset } from '../../../src/content/assets/asset-file.ts'
import { AssetCache } from '../../../src/node/build/asset-cache.ts'
import { BlobFile, BlobReader } from '../../../src/node/build/blob-file.ts'
import { TaskCache } from '../../../src/node/build/task-cache.ts'
import type { TaskValues } from '../../../src/node/build/tasks.ts'
import { digest } from '../../../src/node/files/digest.ts'
import type { FileSeed } from '../../../src/node/files/disk-seed.ts'
import { DiskSeed } from '../../../src/node/files/disk-seed.ts'
import { aPhoto } from '../../support/a-photo.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NAME = 'baseline.jpg'
const FILE = join(import.meta.dirname, '../../fixtures/photos', NAME)

/** A seed that counts how often it is read. */
class CountedSeed extends DiskSeed {
  reads = 0

  override get bytes(): Uint8Array {
    this.reads++
    return super.bytes
  }
}

const aSeed = () => new CountedSeed({ path: NAME, file: FILE, digest: digest(aPhoto(NAME)) })

/** Runs a build that remembers in a folder. */
function build(folder: string, name: string, work: (memory: AssetCache) => void): void {
  const file = new BlobFile(folder, `${name}-0`)
  const cache = new TaskCache<TaskValues>({ folder, build: name, file, reader: new BlobReader(folder) })
  work(new AssetCache(cache))
  cache.save()
  file.close()
}

describe('AssetMemory', () => {
  it('reads a file once in a build, and not at all in the next', () => {
    const folder = temporaryFolder()
    const [first, second] = [aSeed(), aSeed()]
    build(folder, 'first', (memory) => {
      expect(memory.parse(first)).toEqual(parseAsset(aSeed(), digest))
      expect(memory.places([first])).toMatchObject([{ path: NAME, parsed: memory.parse(first) }])
    })
    build(folder, 'second', (memory) => expect(memory.parse(second)).toEqual(parseAsset(aSeed(), digest)))
    expect([first.reads, second.reads]).toEqual([1, 0])
  })

  it('tells what is too large apart from what begins in the same way', () => {
    const large = { path: NAME, file: FILE, bytes: aPhoto(NAME), size: 30_000_000 } satisfies FileSeed & {
      size: number
    }
    build(temporaryFolder(), 'only', (memory) => {
      expect(memory.parse(large)).toHaveProperty('problem')
      memory.clear()
      expect(memory.parse(aSeed())).toHaveProperty('facts')
    })
  })
})
