import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BlobFile, BlobReader, SCRATCH } from '../../../src/node/build/blob-file.ts'
import { TaskCache } from '../../../src/node/build/task-cache.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let builds = 0

/** What is remembered here. */
interface Values {
  readonly text: string
  readonly number: number
  readonly list: { readonly two: readonly number[] }
}

/** A cache as a build has it, in files of its own. */
function openCache(folder: string): {
  readonly cache: TaskCache<Values>
  readonly file: BlobFile
} {
  const build = `build-${builds++}`
  const file = new BlobFile(folder, `${build}-0`)
  return { cache: new TaskCache({ folder, build, file, reader: new BlobReader(folder) }), file }
}

/** Remembers one small thing, and keeps so many bytes that nothing leads to. */
function buildWith(folder: string, key: string, wasted: number): void {
  const { cache, file } = openCache(folder)
  cache.set('text', key, key)
  file.append(new Uint8Array(wasted))
  cache.save()
  file.close()
}

describe('WorkCache', () => {
  it('remembers what the last build asked for or made, and nothing else', () => {
    const folder = temporaryFolder()
    const first = openCache(folder).cache
    first.set('number', 'a', 1)
    first.set('list', 'b', { two: [2] })
    first.save()
    const second = openCache(folder).cache
    expect(second.get('list', 'b')).toEqual({ two: [2] })
    second.save()
    const third = openCache(folder).cache
    expect([third.get('number', 'a'), third.get('list', 'b')]).toEqual([undefined, { two: [2] }])
  })

  it('forgets nothing by a build that was not finished', () => {
    const folder = temporaryFolder()
    buildWith(folder, 'a', 0)
    const { cache } = openCache(folder)
    cache.set('number', 'b', 2)
    cache.save(false)
    const after = openCache(folder).cache
    expect([after.get('text', 'a'), after.get('number', 'b')]).toEqual(['a', 2])
  })

  it('forgets all, files too, where what is kept is much more than what is used', () => {
    const folder = temporaryFolder()
    buildWith(folder, 'a', 1000)
    expect(readdirSync(folder)).toEqual(['index'])
    expect(openCache(folder).cache.get('text', 'a')).toBeUndefined()
  })

  it('leaves the files that a build which is at work may read', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, `other-0${SCRATCH}`), '')
    buildWith(folder, 'a', 1000)
    expect(readdirSync(folder)).toHaveLength(3)
    expect(openCache(folder).cache.get('text', 'a')).toBeUndefined()
  })

  it('believes nothing where a file is gone', () => {
    const folder = temporaryFolder()
    const { cache, file } = openCache(folder)
    cache.set('text', 'a', 'a')
    cache.save()
    file.close()
    writeFileSync(join(folder, 'index'), `${readdirSync(folder).join(' ')} gone\ntext:a build-9-0 0 1 1`)
    expect(openCache(folder).cache.get('text', 'a')).toBeUndefined()
  })

  it('gives of a kind only what was remembered of it', () => {
    const { cache } = openCache(temporaryFolder())
    cache.set('text', 'a', 'a')
    cache.save()
    expect(cache.get('number', 'a')).toBeUndefined()
    expect(cache.get('text', 'a')).toBe('a')
  })
})
