import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digest } from '../../../scripts/digest.ts'
import type { FileSeed } from '../../../scripts/disk-seed.ts'
import { DiskSeed } from '../../../scripts/disk-seed.ts'
import { AssetMemory } from '../../../scripts/workshop/asset-memory.ts'
import { KeptFile, KeptReader } from '../../../scripts/workshop/kept-file.ts'
import { WorkCache } from '../../../scripts/workshop/work-cache.ts'
import type { WorkValues } from '../../../scripts/workshop/work-values.ts'
import { parseAsset } from '../../../src/content/asset.ts'
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
function build(folder: string, name: string, work: (memory: AssetMemory) => void): void {
  const file = new KeptFile(folder, `${name}-0`)
  const cache = new WorkCache<WorkValues>({ folder, build: name, file, reader: new KeptReader(folder) })
  work(new AssetMemory(cache))
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
