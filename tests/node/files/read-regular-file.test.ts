import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRegularFile } from '../../../src/node/files/read-regular-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const realFolder = (): string => realpathSync(temporaryFolder())

describe('readRegularFile', () => {
  it('reads a file that has as many bytes as it may, and of a larger one the beginning', () => {
    const file = join(realFolder(), 'x')
    for (const size of [0, 1, 4095, 4096, 4097, 9999, 10_000]) {
      writeFileSync(file, 'x'.repeat(size))
      expect(readRegularFile(file, 10_000)).toEqual({ bytes: Buffer.from('x'.repeat(size)), size })
    }
    for (const size of [10_001, 5_000_000_000]) {
      truncateSync(file, size)
      const { bytes, ...rest } = readRegularFile(file, 10_000)
      expect([bytes.length, rest]).toEqual([4096, { size }])
    }
  })

  it('reads on where a file has more than the system has said, and stops at the bound', () => {
    // The system says of this one that it is empty.
    const status = readRegularFile(`/proc/${process.pid}/status`, 100_000)
    expect(new TextDecoder().decode(status.bytes)).toContain('Name:')
    expect(status.size).toBe(status.bytes.length)
    expect(readRegularFile(`/proc/${process.pid}/status`, 100).size).toBe(101)
  })

  it('opens no link, also where one has taken the place of a folder on the way', () => {
    const folder = realFolder()
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a/x'), 'inside')
    symlinkSync('x', join(folder, 'a/link'))
    expect(() => readRegularFile(join(folder, 'a/link'), 100)).toThrow(/^ELOOP/)
    renameSync(join(folder, 'a'), join(folder, 'b'))
    symlinkSync('b', join(folder, 'a'))
    expect(() => readRegularFile(join(folder, 'a/x'), 100)).toThrow('something else lies there by now')
  })

  it('waits for no pipe, and reads neither a device nor a folder', () => {
    const folder = realFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const path of [join(folder, 'pipe'), '/dev/zero', folder])
      expect(() => readRegularFile(path, 100)).toThrow('something else lies there by now')
  })
})
